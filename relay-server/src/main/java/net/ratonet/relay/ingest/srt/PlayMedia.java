package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;

/// A stream that goes out to a player. While the field is silent nothing is sent and the session
/// stays.
final class PlayMedia implements CallMedia {

    private static final int PAYLOAD = 7 * TsChunk.PACKET;

    /// About ten seconds of a good stream.
    private static final long MOST_WAITING = 8_000_000;

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final PlayRight right;
    private final ChunkSource programme;
    private volatile boolean withdrawn;

    PlayMedia(PlayRight right, ChunkSource programme) {
        this.right = right;
        this.programme = programme;
    }

    PlayRight right() {
        return right;
    }

    @Override
    public StreamerId streamer() {
        return right.streamer();
    }

    @Override
    public String name() {
        return "srt-out-%s-%s".formatted(right.streamer(), right.tokenId());
    }

    @Override
    public List<String> arguments(int port) {
        var address =
                "srt://127.0.0.1:%d?mode=listener&latency=0&pkt_size=%d".formatted(port, PAYLOAD);
        return OpaqueCopy.arguments("pipe:0", address, PAYLOAD, false);
    }

    @Override
    public boolean takesSpare() {
        return false;
    }

    @Override
    public Duration latency() {
        return right.latency();
    }

    @Override
    public void carry(FfmpegChild child, BooleanSupplier connected)
            throws IOException, InterruptedException {
        var input = child.input();
        input.write(nothing());
        input.flush();
        while (!connected.getAsBoolean() && child.isRunning()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        copy(child, input);
    }

    @Override
    public void network(NetworkStatistics statistics) {
        // How a player's network does is not of interest to the field.
    }

    void withdraw() {
        withdrawn = true;
    }

    @Override
    public boolean isWithdrawn() {
        return withdrawn;
    }

    @Override
    public Duration tail(Duration agreed) {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        withdrawn = true;
    }

    private void copy(FfmpegChild child, OutputStream input)
            throws IOException, InterruptedException {
        try (var chunks = programme.open(name(), MOST_WAITING)) {
            while (child.isRunning() && !withdrawn && !chunks.isEnded()) {
                var next = chunks.take(PATIENCE);
                if (next.isPresent()) {
                    input.write(next.get().packets());
                    input.flush();
                }
            }
        }
    }

    /// FFmpeg listens only after it has read something: null packets, which every player skips.
    private static byte[] nothing() {
        var packets = new byte[PAYLOAD];
        for (var at = 0; at < packets.length; at += TsChunk.PACKET) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1F;
            packets[at + 2] = (byte) 0xFF;
            packets[at + 3] = 0x10;
        }
        return packets;
    }
}
