package net.ratonet.relay.session;

import static net.ratonet.relay.session.FeedWorld.bytesOf;
import static net.ratonet.relay.session.FeedWorld.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.relay.session.ts.TsBytes;
import net.ratonet.relay.session.ts.TsPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedTest {

    private static final long PLENTY = 64L << 20;
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    @TempDir private Path folder;

    private final FeedWorld world = new FeedWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void handsOnEveryByteOfAStream() throws Exception {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, stream, FOUR_SECONDS);

        assertThat(bytesOf(waiting(reader))).isEqualTo(stream);
    }

    @Test
    void knowsWhatItIsMadeOfWhenItIsToldOf() {
        var told = new ArrayList<FeedFacts>();
        var feed =
                new Feed(
                        FeedWorld.RATO,
                        FeedsConfig.DEFAULT,
                        world.ticker,
                        new FeedNews() {
                            @Override
                            public void happened(FeedEvent event) {
                                told.add(event.feed().facts().get());
                            }

                            @Override
                            public void takenAway(FeedIntake intake, String why) {}
                        });
        var admission = feed.admit(FeedWorld.origin(0)).orElseThrow();

        world.send(((Admission.Admitted) admission).intake(), SampleStream.h264());

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().video()).isPresent();
        assertThat(told.getFirst().audio()).isPresent();
    }

    @Test
    void beginsAChunkAtEachKeyFrameWithTablesInFront() throws Exception {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, stream, FOUR_SECONDS);

        var keys = waiting(reader).stream().filter(TsChunk::keyFrame).toList();
        assertThat(keys).hasSize(4);
        assertThat(keys).allSatisfy(key -> assertThat(hasTablesInFront(key)).isTrue());
    }

    @Test
    void repeatsTheTablesWhereTheStreamHasThemElsewhere() throws Exception {
        var stream = tablesOnlyAtTheBeginning(SampleStream.h264());
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, stream, FOUR_SECONDS);

        var chunks = waiting(reader);
        var keys = chunks.stream().filter(TsChunk::keyFrame).toList();
        assertThat(keys).hasSize(4);
        assertThat(keys).allSatisfy(key -> assertThat(hasTablesInFront(key)).isTrue());
        assertThat(bytesOf(chunks)).hasSize(stream.length + 3 * 2 * TsPacket.LENGTH);
        assertThat(complaints(bytesOf(chunks))).isEmpty();
    }

    @Test
    void findsKeyFramesThatNoIndicatorTells() throws Exception {
        var stream = SampleStream.hevc();
        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            if (TsPacket.isRandomAccess(stream, packet)) {
                stream[packet + 5] &= ~0x40;
            }
        }
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, stream, FOUR_SECONDS);

        assertThat(waiting(reader).stream().filter(TsChunk::keyFrame)).hasSize(4);
    }

    @Test
    void startsALateReaderAtTheNewestKeyFrame() throws Exception {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        world.play(intake, stream, FOUR_SECONDS);

        var chunks = waiting(world.feed().open("late", PLENTY));

        assertThat(chunks.getFirst().keyFrame()).isTrue();
        assertThat(chunks.stream().filter(TsChunk::keyFrame)).hasSize(1);
        assertThat(complaints(bytesOf(chunks))).isEmpty();
        assertThat(world.snapshot().readers().getFirst().lostBytes()).isZero();
    }

    @Test
    void knowsWhatAStreamIsMadeOf() {
        world.play(world.admitted(0), SampleStream.h264(), FOUR_SECONDS);

        var video = world.feed().facts().get().video().orElseThrow();
        var audio = world.feed().facts().get().audio().orElseThrow();

        assertThat(video.codec()).isEqualTo(Codec.H264);
        assertThat(video.width()).isEqualTo(320);
        assertThat(video.height()).isEqualTo(180);
        assertThat(video.framesPerSecond()).isEqualTo(30);
        assertThat(video.keyFrameInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(video.bFrames()).isFalse();
        assertThat(audio.codec()).isEqualTo(Codec.AAC);
        assertThat(audio.sampleRate()).isEqualTo(48_000);
        assertThat(audio.channels()).isEqualTo(2);
    }

    @Test
    void knowsBFramesAndLongerGroups() {
        world.play(world.admitted(0), SampleStream.bFrames(), FOUR_SECONDS);

        var video = world.feed().facts().get().video().orElseThrow();

        assertThat(video.bFrames()).isTrue();
        assertThat(video.keyFrameInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void knowsHevc() {
        world.play(world.admitted(0), SampleStream.hevc(), FOUR_SECONDS);

        var video = world.feed().facts().get().video().orElseThrow();

        assertThat(video.codec()).isEqualTo(Codec.HEVC);
        assertThat(video.width()).isEqualTo(320);
        assertThat(video.framesPerSecond()).isEqualTo(30);
    }

    @Test
    void carriesAudioAlone() throws Exception {
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, SampleStream.audioOnly(), FOUR_SECONDS);

        var facts = world.feed().facts().get();
        assertThat(facts.video()).isEmpty();
        assertThat(facts.audio().orElseThrow().sampleRate()).isEqualTo(48_000);
        assertThat(waiting(reader).stream().filter(TsChunk::keyFrame)).hasSizeBetween(3, 5);
    }

    @Test
    void carriesVideoAlone() {
        world.play(world.admitted(0), SampleStream.withoutAudio(), FOUR_SECONDS);

        assertThat(world.feed().facts().get().audio()).isEmpty();
        assertThat(world.snapshot().timing().audioOffsetMs()).isZero();
    }

    @Test
    void followsAStreamThatChangesItsSize() {
        var sizes = new ArrayList<Integer>();
        var intake = world.admitted(0);
        world.feed()
                .facts()
                .subscribe(facts -> facts.video().ifPresent(video -> sizes.add(video.width())));

        world.play(intake, SampleStream.h264(), FOUR_SECONDS);
        world.play(intake, SampleStream.otherSize(), FOUR_SECONDS);

        assertThat(sizes.stream().distinct()).containsExactly(320, 480);
        assertThat(world.feed().facts().get().video().orElseThrow().framesPerSecond())
                .isEqualTo(25);
    }

    @Test
    void givesTimestampsThatStartOverAnotherOrigin() throws Exception {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);

        world.play(intake, SampleStream.joined(stream, stream), Duration.ofSeconds(8));

        var chunks = waiting(reader);
        assertThat(chunks.stream().map(TsChunk::origin).distinct()).hasSize(2);
        assertThat(world.snapshot().timing().jumps()).isEqualTo(1);
        assertThat(bytesOf(chunks)).hasSize(2 * stream.length);
    }

    @Test
    void measuresRatesAndTime() {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);

        world.play(intake, stream, FOUR_SECONDS);

        var snapshot = world.snapshot();
        var expected = stream.length * 8.0 / 4;
        assertThat(snapshot.flow().bytes()).isEqualTo(stream.length);
        assertThat((double) snapshot.flow().fiveSeconds().bitsPerSecond())
                .isCloseTo(expected, within(expected / 20));
        assertThat(snapshot.flow().framesPerSecond()).isCloseTo(30, within(1.5));
        assertThat(snapshot.flow().continuityErrors()).isZero();
        assertThat(snapshot.timing().gop()).contains(Duration.ofSeconds(1));
        assertThat(Math.abs(snapshot.timing().driftMs())).isLessThan(300);
        assertThat(snapshot.uptime()).isEqualTo(FOUR_SECONDS);
        assertThat(snapshot.silence()).isEqualTo(Duration.ofMillis(10));
        assertThat(snapshot.origin()).contains(FeedWorld.origin(0));
    }

    @Test
    void countsHolesAndGarbage() {
        var stream = SampleStream.withoutAudio();
        var video = TsBytes.packetsOf(stream, 0x100);
        var garbage = new byte[1_000];
        var intake = world.admitted(0);

        world.send(intake, TsBytes.without(stream, video.get(video.size() / 2)));
        var errors = world.snapshot().flow().continuityErrors();
        world.send(intake, garbage);
        world.send(intake, stream);

        assertThat(errors).isEqualTo(1);
        assertThat(world.snapshot().flow().garbageBytes()).isEqualTo(garbage.length);
    }

    @Test
    void measuresAStreamThatLagsBehindItsOwnClock() {
        var intake = world.admitted(0);

        world.play(intake, SampleStream.h264(), Duration.ofSeconds(5));

        assertThat(world.snapshot().timing().driftMs()).isBetween(700.0, 1_300.0);
    }

    @Test
    void keepsNoMoreInMemoryThanItsWindow() {
        var intake = world.admitted(0);
        var reader = world.feed().open("never reads", 100_000);
        var stream = SampleStream.h264();

        for (var round = 0; round < 200; round++) {
            world.send(intake, stream);
        }

        assertThat(reader.waitingBytes()).isLessThanOrEqualTo(100_000);
        assertThat(reader.lostBytes()).isPositive();
        assertThat(world.feed().open("new", Long.MAX_VALUE).waitingBytes())
                .isLessThan(FeedsConfig.DEFAULT.groupBytes());
    }

    @Test
    void aSlowReaderTakesNothingFromAnother() throws Exception {
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        var slow = world.feed().open("slow", 20_000);
        var quick = world.feed().open("quick", PLENTY);

        world.play(intake, stream, FOUR_SECONDS);

        assertThat(bytesOf(waiting(quick))).isEqualTo(stream);
        assertThat(slow.lostBytes()).isPositive();
        assertThat(world.snapshot().readers())
                .anySatisfy(reader -> assertThat(reader.lostBytes()).isEqualTo(slow.lostBytes()));
    }

    @Test
    void staysSoundWhateverComes() throws Exception {
        var random = new Random(21);
        var stream = SampleStream.h264();
        var intake = world.admitted(0);
        world.send(intake, stream);

        for (var round = 0; round < 300; round++) {
            var spoilt = Arrays.copyOf(stream, 40_000);
            for (var i = 0; i < 200; i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            world.send(intake, spoilt);
        }
        var reader = world.feed().open("after", PLENTY);
        world.send(intake, stream);

        assertThat(waiting(reader)).isNotEmpty();
    }

    private static boolean hasTablesInFront(TsChunk chunk) {
        var pids = FeedWorld.pids(chunk, Math.min(4, chunk.length() / TsPacket.LENGTH));
        var video = pids.indexOf(0x100);
        return video >= 2
                && pids.subList(0, video).contains(0)
                && pids.subList(0, video).contains(0x1000);
    }

    private static byte[] tablesOnlyAtTheBeginning(byte[] stream) {
        var bare = stream;
        for (var pid : new int[] {0, 0x11, 0x1000}) {
            var tables = TsBytes.packetsOf(bare, pid);
            for (var packet : tables.subList(1, tables.size()).reversed()) {
                bare = TsBytes.without(bare, packet);
            }
        }
        return bare;
    }

    private String complaints(byte[] stream) throws IOException {
        return SampleStream.complaints(Files.write(folder.resolve("stream.ts"), stream));
    }
}
