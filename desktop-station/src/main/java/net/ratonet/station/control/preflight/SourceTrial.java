package net.ratonet.station.control.preflight;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderLauncher;
import net.ratonet.station.source.EncoderReport;
import net.ratonet.station.source.EncoderStatistics;
import org.jspecify.annotations.Nullable;

/// Lets an encoder process work for a moment, into a socket that nobody reads. What has worked is
/// believed for a while. One trial at a time.
final class SourceTrial {

    private static final long TRUSTED_NANOS = Duration.ofMinutes(10).toNanos();
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(300);
    private static final int MOST_EVENTS = 64;

    private final EncoderLauncher launcher;
    private final Ticker ticker;
    private @Nullable Success last;

    SourceTrial(EncoderLauncher launcher, Ticker ticker) {
        this.launcher = launcher;
        this.ticker = ticker;
    }

    /// @param jobs what an encoder would have to do for such a target
    synchronized Trial attempt(Function<StreamTarget, EncoderJob> jobs, Duration patience)
            throws InterruptedException {
        try (var sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var nowhere = StreamTarget.parse("udp://127.0.0.1:" + sink.getLocalPort());
            var job = jobs.apply(nowhere.orElseThrow());
            var missing = missing(job.feed().video());
            if (missing.isPresent()) {
                return missing.get();
            }
            if (last != null && last.covers(job, ticker.nowNanos())) {
                return new Trial.Works();
            }
            return attempt(job, patience);
        } catch (IOException trouble) {
            return new Trial.NoEncoder("it cannot be started: " + trouble.getMessage());
        }
    }

    /// What needs no encoder to be missed.
    private static Optional<Trial> missing(VideoInput input) {
        var path =
                switch (input) {
                    case VideoInput.Camera(var device) when device.startsWith("/") -> device;
                    case VideoInput.VideoFile(var file) -> file;
                    case VideoInput.Camera _,
                            VideoInput.TestPicture _,
                            VideoInput.Screen _,
                            VideoInput.Address _ ->
                            "";
                };
        if (path.isEmpty() || Files.isReadable(Path.of(path))) {
            return Optional.empty();
        }
        return Optional.of(
                new Trial.NoPicture(
                        path,
                        Files.exists(Path.of(path))
                                ? "this user may not read it"
                                : "there is no such file or device"));
    }

    private Trial attempt(EncoderJob job, Duration patience)
            throws IOException, InterruptedException {
        var events = new ArrayBlockingQueue<EncoderEvent>(MOST_EVENTS);
        var process = launcher.launch(job, events::offer);
        try {
            var trial = await(job, events, ticker.nowNanos() + patience.toNanos());
            if (trial instanceof Trial.Works) {
                last = new Success(job, ticker.nowNanos());
            }
            return trial;
        } finally {
            process.kill();
            awaitEnd(events);
        }
    }

    private Trial await(EncoderJob job, BlockingQueue<EncoderEvent> events, long deadline)
            throws InterruptedException {
        while (true) {
            var event = events.poll(deadline - ticker.nowNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                return new Trial.Undecided();
            }
            var verdict = judge(job, event);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
    }

    private static Optional<Trial> judge(EncoderJob job, EncoderEvent event) {
        return switch (event) {
            case EncoderEvent.Reported(EncoderReport.Working(var statistics)) ->
                    judge(job, statistics);
            case EncoderEvent.Reported(EncoderReport.Failed(var reason, _)) ->
                    Optional.of(new Trial.NoEncoder(reason));
            case EncoderEvent.Ended(var how) -> Optional.of(new Trial.NoEncoder(how));
            case EncoderEvent.Reported(EncoderReport.Tried _),
                    EncoderEvent.Reported(EncoderReport.Preview _) ->
                    Optional.empty();
            case EncoderEvent.LiveRequested _,
                    EncoderEvent.StopRequested _,
                    EncoderEvent.RestartRequested _,
                    EncoderEvent.BitrateRequested _,
                    EncoderEvent.FeedRequested _,
                    EncoderEvent.PreviewRequested _,
                    EncoderEvent.PaceRequested _,
                    EncoderEvent.OnlyRecordRequested _,
                    EncoderEvent.RecordingRequested _,
                    EncoderEvent.RecordingEndRequested _,
                    EncoderEvent.TimePassed _ ->
                    Optional.empty();
        };
    }

    private static Optional<Trial> judge(EncoderJob job, EncoderStatistics statistics) {
        return switch (statistics.feed().state()) {
            case LIVE -> Optional.of(new Trial.Works());
            case LOST ->
                    Optional.of(
                            new Trial.NoPicture(
                                    job.feed().video().shown(), statistics.feed().trouble()));
            case CONNECTING -> Optional.empty();
        };
    }

    /// A camera is free again only when its process is gone.
    private void awaitEnd(BlockingQueue<EncoderEvent> events) throws InterruptedException {
        var deadline = ticker.nowNanos() + LONGEST_FAREWELL.toNanos();
        var ended = false;
        while (!ended) {
            var event = events.poll(deadline - ticker.nowNanos(), TimeUnit.NANOSECONDS);
            ended = event == null || event instanceof EncoderEvent.Ended;
        }
    }

    private record Success(
            VideoInput input, VideoCodec codec, PictureFormat picture, long atNanos) {

        Success(EncoderJob job, long atNanos) {
            this(job.feed().video(), job.codec(), job.picture(), atNanos);
        }

        boolean covers(EncoderJob job, long now) {
            return now - atNanos < TRUSTED_NANOS
                    && job.feed().video().equals(input)
                    && job.codec() == codec
                    && job.picture().equals(picture);
        }
    }
}
