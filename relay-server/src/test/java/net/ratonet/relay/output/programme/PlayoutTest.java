package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.ratonet.relay.channel.SlateSettings;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.output.slate.SlateShelf;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;
import net.ratonet.relay.session.ts.TsPacket;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real streams in virtual time.
final class PlayoutTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final FfmpegLauncher FFMPEG = FfmpegLauncher.bundled();
    private static final FeedFacts FACTS =
            new FeedFacts(
                    Optional.of(
                            new VideoFacts(
                                    Codec.H264,
                                    0x100,
                                    160,
                                    90,
                                    30,
                                    0,
                                    0,
                                    Duration.ZERO,
                                    false,
                                    ColourTags.NONE)),
                    Optional.of(new AudioFacts(Codec.AAC, 0x101, 48_000, 2)));
    private static final int PIECES = 50;

    @TempDir private static Path cache;
    private static SlateOffer slate = new SlateOffer.Preparing();
    private static Recorded first = new Recorded(List.of());
    private static Recorded second = new Recorded(List.of());

    @TempDir private Path folder;

    private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T12:00:41.300Z"));
    private final List<TsChunk> made = new ArrayList<>();
    private SlateOffer offered = slate;
    private final Playout playout =
            new Playout(ANA, (_, _) -> offered, ProgrammeConfig.DEFAULT, clock, made::add);
    private long origin;
    private long lastOrigin;

    @BeforeAll
    static void makesStreams() throws IOException {
        try (var shelf =
                new SlateShelf(
                        cache,
                        50 << 20,
                        FFMPEG,
                        _ -> SlateSettings.standard(Language.ENGLISH),
                        _ -> Optional.empty(),
                        Ticker.system())) {
            shelf.start();
            slate =
                    Await.value(
                            "the slate is ready",
                            Duration.ofSeconds(60),
                            () ->
                                    Optional.of(shelf.offer(ANA, FACTS))
                                            .filter(PlayoutTest::isWhole));
        }
        first = Recorded.camera(FFMPEG, "160x90", 30, 4, "-b:v 300k -bf 0");
        second = Recorded.camera(FFMPEG, "160x90", 30, 4, "-b:v 900k -bf 0 -profile:v main");
    }

    private static boolean isWhole(SlateOffer offer) {
        return offer instanceof SlateOffer.Ready ready && !ready.standIn();
    }

    @AfterAll
    static void endsAll() {
        FFMPEG.close();
    }

    @Test
    void coversALossWithinTwoSecondsAndComesBackWithoutAFault() throws Exception {
        field(first);
        var lost = clock.nowNanos();
        silence(7_000);
        var covered = firstAfter(lost);
        var back = clock.nowNanos();
        field(second);

        assertFaultless();
        assertThat(covered - lost).isLessThan(Duration.ofSeconds(2).toNanos());
        assertThat(liveSince() - back).isLessThan(Duration.ofMillis(1_500).toNanos());
        assertThat(seconds()).isCloseTo(15, offset(0.3));
    }

    @Test
    void repeatsTheLastPictureUntilTheSlateIsReady() throws Exception {
        offered = new SlateOffer.Preparing();
        field(first);
        silence(4_000);
        offered = slate;
        silence(4_000);
        field(second);

        assertFaultless();
        assertThat(seconds()).isCloseTo(16, offset(0.3));
    }

    @Test
    void entersTheMinuteAtThePresentSecond() throws Exception {
        field(first);
        silence(1_520);

        // 41.3 s + 4 s of the field + 1.5 s
        var shown = ((SlateOffer.Ready) slate).clips().getFirst();
        var picture = Arrays.copyOfRange(shown.read(46), 5 * 188, 6 * 188);
        silence(300);
        assertThat(payloads(made)).anyMatch(payload -> Arrays.equals(payload, payload(picture, 0)));
    }

    @Test
    void takesABreakInTheMiddleOfAPicture() throws Exception {
        field(first);
        playout.hear(new AirEvent.BreakAsked(), clock.nowNanos());
        silence(3_000);
        field(first);
        playout.hear(new AirEvent.LiveAsked(), clock.nowNanos());
        field(second);

        assertFaultless();
        assertThat(playout.state().phase()).isInstanceOf(AirPhase.Live.class);
        assertThat(seconds()).isCloseTo(15, offset(0.4));
    }

    @Test
    void survivesManyLossesWithoutDriftingFromTheTimeOfDay() throws Exception {
        for (var round = 0; round < 5; round++) {
            field(round % 2 == 0 ? first : second);
            silence(2_300);
        }
        field(first);

        assertFaultless();
        assertThat(seconds()).isCloseTo(6 * 4 + 5 * 2.3, offset(0.4));
    }

    /// One second for each group of pictures, in small pieces.
    private void field(Recorded stream) {
        origin++;
        for (var chunk : stream.chunks()) {
            var packets = chunk.length() / TsPacket.LENGTH;
            for (var piece = 0; piece < PIECES; piece++) {
                clock.advance(Duration.ofMillis(1_000 / PIECES));
                var from = packets * piece / PIECES * TsPacket.LENGTH;
                var to = packets * (piece + 1) / PIECES * TsPacket.LENGTH;
                if (to > from) {
                    media(Arrays.copyOfRange(chunk.packets(), from, to), piece == 0);
                }
                playout.tick(FACTS, clock.nowNanos());
            }
        }
    }

    private void media(byte[] packets, boolean keyFrame) {
        var now = clock.nowNanos();
        var joins = origin == lastOrigin;
        lastOrigin = origin;
        playout.media(new TsChunk(packets, now, keyFrame, origin), joins, now);
    }

    private void silence(int ms) {
        for (var passed = 0; passed < ms; passed += 20) {
            clock.advance(Duration.ofMillis(20));
            playout.tick(FACTS, clock.nowNanos());
        }
    }

    private long firstAfter(long nanos) {
        return made.stream()
                .mapToLong(TsChunk::arrivedNanos)
                .filter(at -> at > nanos)
                .findFirst()
                .orElseThrow();
    }

    private long liveSince() {
        assertThat(playout.state().phase()).isInstanceOf(AirPhase.Live.class);
        return ((AirPhase.Live) playout.state().phase()).sinceNanos();
    }

    private void assertFaultless() throws IOException {
        var file = file();
        assertThat(Recorded.faults(FFMPEG, file)).isEmpty();
        assertThat(Recorded.faultsAsFlv(FFMPEG, file)).isEmpty();
        for (var track : List.of("v", "a")) {
            var times = Recorded.decodingTimes(FFMPEG, file, track);
            for (var i = 1; i < times.size(); i++) {
                assertThat(times.get(i)).isGreaterThan(times.get(i - 1));
            }
        }
    }

    private double seconds() throws IOException {
        var times = Recorded.decodingTimes(FFMPEG, file(), "v");
        return (times.getLast() - times.getFirst()) / (double) TsPacket.CLOCK_HZ;
    }

    private Path file() throws IOException {
        var file = folder.resolve("programme.ts");
        Recorded.write(file, made);
        return file;
    }

    private static List<byte[]> payloads(List<TsChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk ->
                        IntStream.range(0, chunk.length() / 188)
                                .mapToObj(i -> payload(chunk.packets(), i * 188)))
                .toList();
    }

    private static byte[] payload(byte[] bytes, int packet) {
        return Arrays.copyOfRange(
                bytes, TsPacket.payloadOffset(bytes, packet), packet + TsPacket.LENGTH);
    }
}
