package net.ratonet.station.source.libav;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.source.RecordingReading;
import net.ratonet.station.source.RecordingState;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/// The files of a recording, one after the other. MPEG-TS, because it can be played up to its last
/// byte however it ends; what is written reaches the disk itself every few seconds. When it cannot
/// go on, it tries again. Owned by the recording's thread, but for its reading.
final class RecordingFiles implements AutoCloseable {

    private static final long CARE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);
    private static final double GIGABYTE = 1e9;

    /// The rest of the system needs some, too.
    private static final long LEAST_FREE_BYTES = 200_000_000;

    private static final double WARN_PERCENT = 90;

    private final RecordingPlan plan;
    private final RecordingFolder folder;
    private final Tracks tracks;
    private final InstantSource clock;
    private final Ticker ticker;
    private @Nullable Output output;
    private Path file = Path.of("");
    private long openedNanos;
    private long careNanos;
    private long retryNanos;
    private volatile long fileBytes;
    private volatile RecordingReading reading =
            new RecordingReading(RecordingState.ON, "", 0, 0, 0);

    RecordingFiles(
            RecordingPlan plan,
            RecordingFolder folder,
            Tracks tracks,
            InstantSource clock,
            Ticker ticker) {
        this.plan = plan;
        this.folder = folder;
        this.tracks = tracks;
        this.clock = clock;
        this.ticker = ticker;
        retryNanos = ticker.nowNanos();
    }

    /// For any thread.
    RecordingReading reading(long dropped) {
        var now = reading;
        return new RecordingReading(now.state(), now.note(), fileBytes, now.usedPercent(), dropped);
    }

    void write(AVPacket packet, int track, boolean keyFrame) {
        try {
            if (keyFrame && track == Tracks.VIDEO) {
                turnPage();
            }
            if (output != null) {
                output.write(packet, track, LONGEST_WRITE);
                fileBytes = output.bytesWritten();
                takeCare();
            }
        } catch (IOException trouble) {
            halt("%s (%s)".formatted(folder, trouble.getMessage()));
        }
    }

    /// A new file where one is due.
    private void turnPage() throws IOException {
        var now = ticker.nowNanos();
        if (output != null
                && (output.bytesWritten() >= plan.splitBytes()
                        || now - openedNanos >= plan.split().toNanos())) {
            close();
        }
        if (output == null && now - retryNanos >= 0) {
            var next = folder.next(clock.instant());
            if (!hasRoom()) {
                return;
            }
            file = next;
            output = Output.toFile(file, tracks, ticker);
            output.open();
            openedNanos = now;
            careNanos = now - CARE_NANOS;
        }
    }

    private void takeCare() throws IOException {
        var now = ticker.nowNanos();
        if (output == null || now - careNanos < CARE_NANOS) {
            return;
        }
        careNanos = now;
        sync();
        var used = 100.0 * folder.keepWithinQuota(file) / plan.quotaBytes();
        if (hasRoom()) {
            reading = new RecordingReading(RecordingState.ON, warning(used), 0, used, 0);
        }
    }

    /// Halts when there is none.
    private boolean hasRoom() throws IOException {
        var free = folder.freeBytes();
        if (free < LEAST_FREE_BYTES) {
            halt(
                    String.format(
                            Locale.ROOT,
                            "the disk is full: %.1f GB are left for %s; the recording goes on when"
                                    + " there is room",
                            free / GIGABYTE,
                            folder));
        }
        return free >= LEAST_FREE_BYTES;
    }

    private String warning(double usedPercent) {
        return usedPercent < WARN_PERCENT
                ? ""
                : String.format(
                        Locale.ROOT,
                        "recordings take %.0f %% of the %.1f GB that they may; the oldest are"
                                + " deleted beyond that",
                        WARN_PERCENT,
                        plan.quotaBytes() / GIGABYTE);
    }

    /// A pulled plug costs what was written since.
    private void sync() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        }
    }

    /// Ends the present file; the next try is in ten seconds.
    void halt(String why) {
        close();
        retryNanos = ticker.nowNanos() + RETRY_NANOS;
        reading = new RecordingReading(RecordingState.HALTED, why, 0, reading.usedPercent(), 0);
    }

    /// Ends the present file in good order, if it can be.
    @Override
    public void close() {
        if (output == null) {
            return;
        }
        try {
            output.finish();
            sync();
        } catch (IOException _) {
            // Nothing that was written needs its end to be played.
        } finally {
            output.close();
            output = null;
            fileBytes = 0;
        }
    }
}
