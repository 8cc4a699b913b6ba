package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.TsPacket;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real stream without pictures, in virtual time.
final class SoundAloneTest {

    private static final int SECONDS = 3;
    private static final FeedFacts FACTS =
            new FeedFacts(
                    Optional.empty(), Optional.of(new AudioFacts(Codec.AAC, 0x101, 48_000, 2)));

    @TempDir private Path folder;

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final List<TsChunk> made = new ArrayList<>();
    private final Playout playout =
            new Playout(
                    new StreamerId("ana"),
                    (_, _) -> new SlateOffer.Preparing(),
                    ProgrammeConfig.DEFAULT,
                    clock,
                    made::add);
    private long origin;
    private long lastOrigin;

    @AfterEach
    void ends() {
        ffmpeg.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "stereo", "3.0", "4.0", "5.0", "5.1", "7.1"})
    void isFilledWithSilenceWhileTheFieldIsAway(String channels) throws Exception {
        var sound = sound(channels);
        field(sound);
        var before = made.size();
        silence(8_000);
        var filled = made.subList(before, made.size());
        assertThat(filled).filteredOn(TsChunk::keyFrame).hasSizeGreaterThan(20);
        field(sound);

        var file = folder.resolve("sound.ts");
        Recorded.write(file, made);
        assertThat(Recorded.faults(ffmpeg, file)).isEmpty();
        assertThat(Recorded.faultsAsFlv(ffmpeg, file)).isEmpty();
        var times = Recorded.decodingTimes(ffmpeg, file, "a");
        for (var i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(1L, TsPacket.CLOCK_HZ / 5L);
        }
        var seconds = (times.getLast() - times.getFirst()) / (double) TsPacket.CLOCK_HZ;
        assertThat(seconds).isCloseTo(8 + 2 * SECONDS, offset(0.5));
    }

    @Test
    void saysThatThereIsSilenceInsteadOfASlate() throws Exception {
        field(sound("stereo"));

        assertThat(playout.offer())
                .isInstanceOfSatisfying(
                        SlateOffer.Impossible.class,
                        offer -> assertThat(offer.why()).contains("silence"));
    }

    private byte[] sound(String channels) throws Exception {
        return Recorded.run(
                ffmpeg,
                ("-f lavfi -i sine=r=48000 -t %d -af aformat=channel_layouts=%s -c:a aac -f mpegts"
                                + " -muxdelay 0 pipe:1")
                        .formatted(SECONDS, channels));
    }

    private void field(byte[] stream) {
        origin++;
        var packets = stream.length / TsPacket.LENGTH;
        var pieces = SECONDS * 50;
        for (var piece = 0; piece < pieces; piece++) {
            clock.advance(Duration.ofMillis(20));
            var from = packets * piece / pieces * TsPacket.LENGTH;
            var to = packets * (piece + 1) / pieces * TsPacket.LENGTH;
            if (to > from) {
                var bytes = Arrays.copyOfRange(stream, from, to);
                var now = clock.nowNanos();
                var joins = origin == lastOrigin;
                lastOrigin = origin;
                playout.media(new TsChunk(bytes, now, from == 0, origin), joins, now);
            }
            playout.tick(FACTS, clock.nowNanos());
        }
    }

    private void silence(int ms) {
        for (var passed = 0; passed < ms; passed += 20) {
            clock.advance(Duration.ofMillis(20));
            playout.tick(FACTS, clock.nowNanos());
        }
    }
}
