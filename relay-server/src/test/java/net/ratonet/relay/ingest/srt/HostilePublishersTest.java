package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.relay.session.ts.TsPacket;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole way in, from real callers to real feeds: one streamer's encoder misbehaves, and
/// another's stream arrives whole meanwhile.
final class HostilePublishersTest {

    private static final StreamerId GOOD = new StreamerId("good");
    private static final StreamerId BAD = new StreamerId("bad");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PLENTY = 64L << 20;

    private LiveFeeds feeds;
    private GatewayWorld world;
    private FfmpegChild good;
    private ChunkQueue arrived;

    @BeforeEach
    void begins() throws Exception {
        feeds = new LiveFeeds(FeedsConfig.DEFAULT, Ticker.system()).start();
        world = new GatewayWorld(feeds);
        world.keys.publisher("good", GOOD.value(), Optional.empty());
        world.keys.publisher("bad", BAD.value(), Optional.empty());
        good = world.publisher("publish/live/good", "");
        var half = firstHalf();
        send(good, Arrays.copyOf(half, GatewayWorld.PAYLOAD));
        arrived = Await.value("it is in", PATIENCE, () -> feeds.find(GOOD)).open("test", PLENTY);
        send(good, Arrays.copyOfRange(half, GatewayWorld.PAYLOAD, half.length));
    }

    @AfterEach
    void ends() {
        world.close();
        feeds.close();
    }

    @Test
    void turnsAwayWhoSendsGarbage() throws Exception {
        var bad = world.publisher("publish/live/bad", "");
        var garbage = new byte[2_000_000];
        new Random(7).nextBytes(garbage);

        send(bad, garbage);

        Await.until("it is let in", PATIENCE, () -> feeds.find(BAD).isPresent());
        Await.until("it is turned away", PATIENCE, () -> world.calls().size() == 1);
        assertThat(feeds.find(BAD).orElseThrow().snapshot(now()).origin()).isEmpty();
        assertThatTheGoodArrivesWhole();
    }

    @Test
    void keepsWhoStalls() throws Exception {
        var bad = world.publisher("publish/live/bad", "");
        send(bad, firstHalf());
        Await.until("it is live", PATIENCE, () -> feeds.find(BAD).isPresent());

        Await.until("it stalls", PATIENCE, () -> !feeds.find(BAD).orElseThrow().isReceiving(now()));

        assertThat(bad.isRunning()).isTrue();
        assertThatTheGoodArrivesWhole();
    }

    @Test
    void followsWhoChangesTheCodec() throws Exception {
        var bad = world.publisher("publish/live/bad", "");

        send(bad, SampleStream.h264());
        Await.until("it is H.264", PATIENCE, () -> codec(Codec.H264));
        send(bad, SampleStream.hevc());
        Await.until("it is HEVC", PATIENCE, () -> codec(Codec.HEVC));

        assertThat(bad.isRunning()).isTrue();
        assertThatTheGoodArrivesWhole();
    }

    private boolean codec(Codec codec) {
        return feeds.find(BAD)
                .flatMap(feed -> feed.facts().get().video())
                .filter(video -> video.codec() == codec)
                .isPresent();
    }

    private static long now() {
        return Ticker.system().nowNanos();
    }

    private void assertThatTheGoodArrivesWhole() throws Exception {
        var all = SampleStream.h264();
        send(good, Arrays.copyOfRange(all, firstHalf().length, all.length));
        send(good, nothing());

        var received = new ByteArrayOutputStream();
        Await.until(
                "all of it came",
                PATIENCE,
                () -> {
                    arrived.take(Duration.ofMillis(50))
                            .ifPresent(chunk -> received.writeBytes(chunk.packets()));
                    return received.size() >= all.length;
                });
        assertThat(Arrays.copyOf(received.toByteArray(), all.length)).isEqualTo(all);
    }

    /// Null packets, which push out what waits for a payload to be full.
    private static byte[] nothing() {
        var packets = new byte[3 * GatewayWorld.PAYLOAD];
        for (var at = 0; at < packets.length; at += TsPacket.LENGTH) {
            packets[at] = TsPacket.SYNC;
            packets[at + 1] = 0x1F;
            packets[at + 2] = (byte) 0xFF;
            packets[at + 3] = 0x10;
        }
        return packets;
    }

    private static byte[] firstHalf() {
        var all = SampleStream.h264();
        return Arrays.copyOf(all, all.length / 2 / GatewayWorld.PAYLOAD * GatewayWorld.PAYLOAD);
    }

    /// At ten times the pace of a good stream.
    private static void send(FfmpegChild caller, byte[] bytes) throws IOException {
        for (var at = 0; at < bytes.length; at += GatewayWorld.PAYLOAD) {
            var length = Math.min(GatewayWorld.PAYLOAD, bytes.length - at);
            caller.input().write(bytes, at, length);
            caller.input().flush();
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
