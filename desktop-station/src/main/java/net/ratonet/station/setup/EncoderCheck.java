package net.ratonet.station.setup;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderLauncher;
import net.ratonet.station.source.EncoderReport;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.EncoderTrial;

/// Has the real encoder process encode the test picture, and sees that it arrives on a loopback
/// port. Waits on the thread that asks.
public final class EncoderCheck {

    /// The first start on a small machine unpacks the native libraries.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final int EVENTS = 64;
    private static final int ARRIVAL_MS = 2_000;
    private static final int LARGEST_DATAGRAM = 2_048;
    private static final byte TS_SYNC = 0x47;

    private final EncoderLauncher launcher;
    private final Function<VideoCodec, EncoderTrial> trial;

    public EncoderCheck(EncoderLauncher launcher, Function<VideoCodec, EncoderTrial> trial) {
        this.launcher = launcher;
        this.trial = trial;
    }

    sealed interface Verdict {

        /// Pictures come out.
        ///
        /// @param wanted pictures a second
        record Works(double framesPerSecond, int wanted, String note) implements Verdict {}

        record Fails(String reason) implements Verdict {}
    }

    Verdict check(VideoConfig video) throws InterruptedException {
        var choice = CodecChoice.of(video.codec(), trial);
        try (var sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var target = StreamTarget.parse("udp://127.0.0.1:" + sink.getLocalPort()).orElseThrow();
            var job = new EncoderJob(target, video.picture(), video.bitrate(), choice.codec());
            return run(job, sink, choice.note());
        } catch (IOException trouble) {
            return new Verdict.Fails("it cannot be started: " + trouble.getMessage());
        }
    }

    private Verdict run(EncoderJob job, DatagramSocket sink, String note)
            throws IOException, InterruptedException {
        var events = new ArrayBlockingQueue<EncoderEvent>(EVENTS);
        var process = launcher.launch(job, events::offer);
        try {
            var verdict = judge(events, job, note);
            return verdict instanceof Verdict.Works && !arrives(sink)
                    ? new Verdict.Fails("it says that it works, but nothing comes out of it")
                    : verdict;
        } finally {
            process.send(new EncoderCommand.Stop());
            if (ended(events, FAREWELL).isEmpty()) {
                process.kill();
            }
        }
    }

    /// The first second counts starting up; the second is what the machine can do.
    private static Verdict judge(
            ArrayBlockingQueue<EncoderEvent> events, EncoderJob job, String note)
            throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<EncoderStatistics> first = Optional.empty();
        Optional<String> failure = Optional.empty();
        for (var left = PATIENCE.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            var event = events.poll(left, TimeUnit.NANOSECONDS);
            switch (event) {
                case EncoderEvent.Reported(EncoderReport.Working(var statistics)) -> {
                    if (first.isPresent()) {
                        return new Verdict.Works(
                                statistics.framesPerSecond(),
                                job.picture().framesPerSecond(),
                                note);
                    }
                    first = Optional.of(statistics);
                }
                case EncoderEvent.Reported(EncoderReport.Failed(var reason, _)) ->
                        failure = Optional.of(reason);
                case EncoderEvent.Ended(var reason) -> {
                    return new Verdict.Fails(failure.orElse(reason));
                }
                case null, default -> {
                    // Nothing yet, or news that has no weight here.
                }
            }
        }
        return new Verdict.Fails("it said nothing for %d s".formatted(PATIENCE.toSeconds()));
    }

    private static Optional<EncoderEvent> ended(
            ArrayBlockingQueue<EncoderEvent> events, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        for (var left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            if (events.poll(left, TimeUnit.NANOSECONDS) instanceof EncoderEvent.Ended ended) {
                return Optional.of(ended);
            }
        }
        return Optional.empty();
    }

    private static boolean arrives(DatagramSocket sink) throws IOException {
        sink.setSoTimeout(ARRIVAL_MS);
        var packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        try {
            sink.receive(packet);
            return packet.getLength() > 0 && packet.getData()[0] == TS_SYNC;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
