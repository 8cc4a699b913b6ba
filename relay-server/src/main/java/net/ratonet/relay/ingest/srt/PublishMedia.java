package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.shared.telemetry.StreamerId;

/// A stream that comes in. FFmpeg copies the bytes as they are and understands none of them.
final class PublishMedia implements CallMedia {

    private static final int BUFFER = 65_536;
    private static final int LONGEST_PAYLOAD = 1_456;

    /// Room for 40 Mbit/s.
    private static final long BYTES_PER_SECOND = 5_000_000;

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
        var address =
                "srt://127.0.0.1:%d?mode=listener&latency=%d&lossmaxttl=40&pkt_size=%d&rcvbuf=%d&ffs=%d"
                        .formatted(
                                port,
                                latency.toNanos() / 1_000,
                                LONGEST_PAYLOAD,
                                roomInBytes(),
                                roomInBytes() / LONGEST_PAYLOAD);
        return List.of(
                "-loglevel",
                "warning",
                "-fflags",
                "nobuffer",
                "-probesize",
                "32",
                "-analyzeduration",
                "0",
                "-f",
                "data",
                "-raw_packet_size",
                Integer.toString(LONGEST_PAYLOAD),
                "-i",
                address,
                "-map",
                "0",
                "-c",
                "copy",
                "-flush_packets",
                "1",
                "-f",
                "data",
                "pipe:1");
    }

    @Override
    public void carry(FfmpegChild child, BooleanSupplier connected) throws IOException {
        var buffer = new byte[BUFFER];
        var output = child.output();
        for (var read = output.read(buffer); read >= 0; read = output.read(buffer)) {
            intake.write(buffer, 0, read);
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

    private long roomInBytes() {
        return BYTES_PER_SECOND * (latency.toMillis() + 3_000) / 1_000;
    }
}
