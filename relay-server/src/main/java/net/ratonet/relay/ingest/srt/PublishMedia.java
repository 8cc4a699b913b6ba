package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.shared.telemetry.StreamerId;

/// A stream that comes in. FFmpeg copies the bytes as they are and understands none of them.
final class PublishMedia implements CallMedia {

    private static final int BUFFER = 65_536;
    private static final int LONGEST_PAYLOAD = 1_456;

    /// Room for 40 Mbit/s, as long as anybody may want to wait for lost packets, and 3 s more.
    private static final long ROOM_BYTES = 5_000_000 * (8 + 3);

    /// FFmpeg hands each packet on by itself. What comes within this time goes on together: every
    /// reader behind is woken once for all of it.
    private static final long GATHER_NANOS = 10_000_000;

    private static final Duration MARGIN = Duration.ofMillis(500);

    private final StreamerId streamer;
    private final Duration latency;
    private final Intake intake;
    private volatile boolean takenAway;

    PublishMedia(StreamerId streamer, Duration latency, Intake intake) {
        this.streamer = streamer;
        this.latency = latency;
        this.intake = intake;
        intake.onTakenAway(() -> takenAway = true);
    }

    @Override
    public StreamerId streamer() {
        return streamer;
    }

    @Override
    public String name() {
        return "srt-in-" + streamer;
    }

    @Override
    public List<String> arguments(int port) {
        return listening(port);
    }

    /// The same for every publisher: how long it waits for lost packets is agreed on when it calls.
    static List<String> listening(int port) {
        var address =
                "srt://127.0.0.1:%d?mode=listener&latency=0&lossmaxttl=40&pkt_size=%d&rcvbuf=%d&ffs=%d"
                        .formatted(port, LONGEST_PAYLOAD, ROOM_BYTES, ROOM_BYTES / LONGEST_PAYLOAD);
        return OpaqueCopy.arguments(address, "pipe:1", LONGEST_PAYLOAD, true);
    }

    @Override
    public boolean takesSpare() {
        return true;
    }

    @Override
    public Duration latency() {
        return latency;
    }

    /// Nothing comes of the publisher before it is told that it is connected.
    @Override
    public void carry(FfmpegChild child, BooleanSupplier connected) throws IOException {
        var buffer = new byte[BUFFER];
        var output = child.output();
        for (var read = output.read(buffer); read >= 0; read = output.read(buffer)) {
            if (!connected.getAsBoolean()) {
                throw new IOException("somebody else on this machine connected to FFmpeg");
            }
            intake.write(buffer, 0, read);
            if (read < BUFFER / 2) {
                LockSupport.parkNanos(GATHER_NANOS);
            }
        }
    }

    @Override
    public void network(NetworkStatistics statistics) {
        intake.network(statistics);
    }

    @Override
    public boolean isWithdrawn() {
        return takenAway || !intake.isOpen();
    }

    @Override
    public Duration tail(Duration agreed) {
        return agreed.plus(MARGIN);
    }

    @Override
    public void close() {
        intake.close();
    }
}
