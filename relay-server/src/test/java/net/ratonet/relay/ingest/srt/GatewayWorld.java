package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.testing.Await;

/// A gateway on a free port with real FFmpegs behind it and before it.
final class GatewayWorld implements AutoCloseable {

    static final int PAYLOAD = 7 * TsChunk.PACKET;

    final FakeKeyRing keys = new FakeKeyRing();
    final FakeFeedDoor feeds;
    final ChunkFan programme = new ChunkFan(1 << 20);
    final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    final FfmpegLauncher others = FfmpegLauncher.bundled();
    final SrtGateway gateway;

    GatewayWorld() throws IOException {
        this(new FakeFeedDoor());
    }

    private GatewayWorld(FakeFeedDoor feeds) throws IOException {
        this(feeds, feeds);
    }

    /// With feeds of a test's own.
    GatewayWorld(FeedDoor door) throws IOException {
        this(new FakeFeedDoor(), door);
    }

    private GatewayWorld(FakeFeedDoor feeds, FeedDoor door) throws IOException {
        this.feeds = feeds;
        var backend = new SrtBackend(keys, door, _ -> Optional.of(programme), ffmpeg);
        gateway =
                new SrtGateway(SrtPorts.any(), backend, Ticker.system(), new SecureRandom())
                        .start();
    }

    String url(String streamId, String more) {
        return "srt://127.0.0.1:%d?streamid=%s%s".formatted(gateway.port(), streamId, more);
    }

    /// An FFmpeg that sends what is written to it.
    FfmpegChild publisher(String streamId, String more) throws IOException {
        return publisherTo(url(streamId, more));
    }

    FfmpegChild publisherTo(String url) throws IOException {
        return others.start(
                "publisher",
                List.of(
                        "-loglevel",
                        "info",
                        "-probesize",
                        "32",
                        "-f",
                        "data",
                        "-raw_packet_size",
                        "" + PAYLOAD,
                        "-i",
                        "pipe:0",
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-flush_packets",
                        "0",
                        "-f",
                        "data",
                        url + "&pkt_size=" + PAYLOAD));
    }

    /// An FFmpeg that writes what it receives to its output.
    FfmpegChild player(String streamId, String more) throws IOException {
        return others.start(
                "player",
                List.of(
                        "-loglevel",
                        "info",
                        "-probesize",
                        "32",
                        "-fflags",
                        "nobuffer",
                        "-f",
                        "data",
                        "-raw_packet_size",
                        "" + PAYLOAD,
                        "-i",
                        url(streamId, more),
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-flush_packets",
                        "1",
                        "-f",
                        "data",
                        "pipe:1"));
    }

    /// The FFmpegs of calls.
    List<FfmpegChild> calls() {
        return ffmpeg.children().stream()
                .filter(child -> !child.name().equals(Listeners.SPARE))
                .toList();
    }

    Optional<FfmpegChild> spare() {
        return ffmpeg.children().stream()
                .filter(child -> child.name().equals(Listeners.SPARE))
                .findFirst();
    }

    FakeFeedDoor.FakeIntake intake() {
        Await.until("somebody was let in", () -> !feeds.intakes().isEmpty());
        return feeds.last();
    }

    static void refuses(FfmpegChild caller, String code) {
        Await.until("the caller gave up", () -> !caller.isRunning());
        Await.until(
                "the caller says " + code,
                () -> String.join("\n", caller.lastWords()).contains(code));
    }

    /// Packets that tell which they are.
    static byte[] numbered(int first, int count) {
        var packets = ByteBuffer.allocate(count * TsChunk.PACKET);
        for (var i = 0; i < count; i++) {
            var at = packets.position();
            packets.putInt(0x4701_0010).putInt(first + i);
            packets.position(at + TsChunk.PACKET);
        }
        return packets.array();
    }

    /// Writes packets into a caller, a payload every two milliseconds.
    static void feed(FfmpegChild caller, int first, int payloads) throws IOException {
        for (var i = 0; i < payloads; i++) {
            caller.input().write(numbered(first + 7 * i, 7));
            caller.input().flush();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    static List<Integer> numbers(byte[] packets) {
        var found = new ArrayList<Integer>();
        for (var at = 0; at + TsChunk.PACKET <= packets.length; at += TsChunk.PACKET) {
            var packet = ByteBuffer.wrap(packets, at, TsChunk.PACKET);
            if (packet.getInt() == 0x4701_0010) {
                found.add(packet.getInt());
            }
        }
        return found;
    }

    @Override
    public void close() {
        others.close();
        gateway.close();
        ffmpeg.close();
    }
}
