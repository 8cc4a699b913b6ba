package net.ratonet.relay.output.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.telemetry.StreamerId;

/// A real encoder that sends in real time into a feed, on a thread of its own, until it is closed.
final class FieldEncoder implements AutoCloseable {

    private static final int PORTION = 7 * 188;

    private final FfmpegChild child;
    private final Intake intake;
    private final Thread pump;

    FieldEncoder(Ffmpeg ffmpeg, FeedDoor door, StreamerId streamer, String encoding)
            throws IOException {
        var arguments =
                ("-v error -re -f lavfi -i testsrc2=s=160x90:r=30 -re -f lavfi -i sine=r=48000 -c:v"
                     + " libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 30 -c:a"
                     + " aac -ac 2 %s -f mpegts -flush_packets 1 pipe:1")
                        .formatted(encoding);
        this.intake = admitted(door, streamer);
        this.child = ffmpeg.start("field", List.of(arguments.split(" ")));
        this.pump = Thread.ofPlatform().name("field").start(this::pump);
    }

    /// What it has not sent yet is lost.
    @Override
    public void close() {
        child.close();
        intake.close();
        pump.interrupt();
    }

    private static Intake admitted(FeedDoor door, StreamerId streamer) throws IOException {
        var right =
                new PublishRight(
                        streamer,
                        Optional.empty(),
                        false,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2));
        var address = InetSocketAddress.createUnresolved("127.0.0.1", 5);
        return switch (door.admit(right, new IngestOrigin(IngestProtocol.SRT, address, 0))) {
            case Admission.Admitted(var intake) -> intake;
            case Admission.Busy _, Admission.Full _ -> throw new IOException("not let in");
        };
    }

    private void pump() {
        var bytes = new byte[PORTION];
        try (var stream = child.output()) {
            for (var read = stream.read(bytes); read > 0; read = stream.read(bytes)) {
                intake.write(bytes, 0, read);
            }
        } catch (IOException closed) {
            if (child.isRunning()) {
                throw new UncheckedIOException(closed);
            }
        }
    }
}
