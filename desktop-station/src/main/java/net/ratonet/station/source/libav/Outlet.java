package net.ratonet.station.source.libav;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.source.OutletReading;
import net.ratonet.station.source.OutletState;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/// The way to the target. While nothing is recorded, a target that fails ends the process, and its
/// supervisor begins anew. While something is, the encoder has to go on: then the target is reached
/// again on a thread "reconnect". Owned by the encoder's thread.
final class Outlet implements AutoCloseable {

    private static final BackOff RETRIES =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final Duration LONG_WRITE = Duration.ofSeconds(10);

    /// It holds up the recording, too.
    private static final Duration SHORT_WRITE = Duration.ofSeconds(2);

    private final StreamTarget target;
    private final Tracks tracks;
    private final Ticker ticker;
    private @Nullable Output output;
    private @Nullable Attempt attempt;
    private boolean persistent;
    private boolean waitsForKeyFrame;
    private boolean keyFrameWanted;
    private String trouble = "";
    private int failures;
    private long retryNanos;
    private long bytesBefore;

    /// @param persistent whether it outlives a failure of the target
    Outlet(StreamTarget target, Tracks tracks, boolean persistent, Ticker ticker) {
        this.target = target;
        this.tracks = tracks;
        this.persistent = persistent;
        this.ticker = ticker;
        retryNanos = ticker.nowNanos();
    }

    /// Connects at once, unless it may as well connect later.
    void connect() throws LibavException {
        if (target.isNowhere()) {
            return;
        }
        if (persistent) {
            lookAfter();
            return;
        }
        output = new Output(target, tracks, ticker);
        output.open();
    }

    void persist(boolean on) {
        persistent = on;
    }

    void write(AVPacket packet, int track, boolean keyFrame) throws LibavException {
        if (target.isNowhere()) {
            return;
        }
        lookAfter();
        waitsForKeyFrame &= !(keyFrame && track == Tracks.VIDEO);
        if (output == null || waitsForKeyFrame) {
            return;
        }
        try {
            output.write(packet, track, persistent ? SHORT_WRITE : LONG_WRITE);
        } catch (LibavException lost) {
            lose(lost);
        }
    }

    /// Whether the next picture has to be a key frame, asked once.
    boolean takeKeyFrameWish() {
        var wish = keyFrameWanted;
        keyFrameWanted = false;
        return wish;
    }

    OutletReading reading() {
        if (target.isNowhere()) {
            return OutletReading.NONE;
        }
        if (output != null) {
            return OutletReading.OPEN;
        }
        return new OutletReading(
                trouble.isEmpty() ? OutletState.CONNECTING : OutletState.LOST, trouble);
    }

    long bytesWritten() {
        return bytesBefore + (output == null ? 0 : output.bytesWritten());
    }

    void finish() throws LibavException {
        if (output != null) {
            output.finish();
        }
    }

    @Override
    public void close() {
        if (attempt != null) {
            attempt.abandon();
        }
        if (output != null) {
            output.close();
        }
    }

    private void lose(LibavException lost) throws LibavException {
        if (!persistent) {
            throw lost;
        }
        failed(String.valueOf(lost.getMessage()));
        if (output != null) {
            bytesBefore += output.bytesWritten();
            output.close();
            output = null;
        }
    }

    private void failed(String reason) {
        trouble = reason;
        failures++;
        retryNanos = ticker.nowNanos() + RETRIES.afterFailure(failures).toNanos();
    }

    private void lookAfter() throws LibavException {
        if (output != null) {
            return;
        }
        if (attempt != null) {
            adopt(attempt);
        } else if (!persistent) {
            throw LibavException.because(trouble);
        } else if (ticker.nowNanos() - retryNanos >= 0) {
            attempt = new Attempt(new Output(target, tracks, ticker));
        }
    }

    private void adopt(Attempt made) {
        made.fault()
                .ifPresent(fault -> {
                    attempt = null;
                    if (fault.isEmpty()) {
                        open(made.output());
                    } else {
                        failed(fault);
                    }
                });
    }

    private void open(Output next) {
        output = next;
        failures = 0;
        trouble = "";
        waitsForKeyFrame = true;
        keyFrameWanted = true;
    }

    /// One try to reach the target.
    private static final class Attempt {

        private final Output output;
        private final CompletableFuture<String> fault = new CompletableFuture<>();

        Attempt(Output output) {
            this.output = output;
            Thread.ofPlatform().daemon().name("reconnect").start(this::run);
        }

        private void run() {
            try {
                output.open();
                fault.complete("");
            } catch (LibavException refused) {
                output.close();
                fault.complete(String.valueOf(refused.getMessage()));
            } finally {
                fault.complete("it ended by itself");
            }
        }

        /// Absent while it lasts; then what went wrong, or nothing.
        Optional<String> fault() {
            return fault.isDone() ? Optional.of(fault.join()) : Optional.empty();
        }

        Output output() {
            return output;
        }

        /// A connection that comes about all the same ends with the process.
        void abandon() {
            output.giveUp();
        }
    }
}
