package net.ratonet.station.source.libav;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.source.SourceState;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;

/// Reads a source for as long as it is wanted, and opens it again whenever it is lost. Works on a
/// thread "source" of its own, which a dead camera may hold up as long as it likes.
final class SourceReader implements AutoCloseable {

    static final String THREAD = "source";

    private static final BackOff RETRIES =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double LONGEST_WAIT_S = 1;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(300);

    private final Opening opening;
    private final Ticker ticker;
    private final Patience patience;
    private final AVIOInterruptCB interrupt;
    private final FrameShelf frames;
    private final SoundBuffer sound = new SoundBuffer();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name(THREAD).unstarted(this::run);
    private volatile String trouble = "";

    /// Owned by the source's thread.
    private double firstSeconds;

    private long firstNanos;
    private int failures;

    SourceReader(Opening opening, Resolution size, Ticker ticker) {
        this.opening = opening;
        this.ticker = ticker;
        patience = new Patience(ticker);
        interrupt = new AVIOInterruptCB().callback(patience);
        frames = new FrameShelf(size);
    }

    void start() {
        thread.start();
    }

    FrameShelf frames() {
        return frames;
    }

    SoundBuffer sound() {
        return sound;
    }

    SourceState state() {
        if (frames.isYoungerThan(FRESH_NANOS, ticker.nowNanos())) {
            return SourceState.LIVE;
        }
        return trouble.isEmpty() ? SourceState.CONNECTING : SourceState.LOST;
    }

    /// Why there is no picture; empty as soon as there is one again.
    String trouble() {
        return state() == SourceState.LIVE ? "" : trouble;
    }

    @Override
    public void close() {
        closing.countDown();
        patience.end();
        try {
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                read();
                var pause = RETRIES.afterFailure(Math.max(1, failures)).toNanos();
                if (failures > 0 && closing.await(pause, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        try (var source = new OpenSource(opening, patience);
                var pictures = new PictureDecoder();
                var sounds = new SoundDecoder()) {
            source.open(interrupt);
            firstSeconds = -1;
            while (!isClosing() && source.read()) {
                keepPace(source.seconds());
                source.decode(
                        frame -> {
                            pictures.draw(frame, frames.filling());
                            frames.publish(ticker.nowNanos());
                            failures = 0;
                        },
                        frame -> sounds.play(frame, sound));
            }
            ended();
        } catch (LibavException lost) {
            failures++;
            trouble = String.valueOf(lost.getMessage());
        }
    }

    /// A file begins again at once; a stream that ends is lost.
    private void ended() {
        if (!opening.paced() || opening.secretUrl().contains("://") || firstSeconds < 0) {
            failures++;
            trouble = "It has ended";
        }
    }

    private void keepPace(double seconds) throws InterruptedException {
        if (!opening.paced() || seconds < 0) {
            return;
        }
        var late = (ticker.nowNanos() - firstNanos) / 1e9 - (seconds - firstSeconds);
        if (firstSeconds < 0 || Math.abs(late) > LONGEST_WAIT_S) {
            firstSeconds = seconds;
            firstNanos = ticker.nowNanos();
        } else if (late < 0) {
            var _ = closing.await((long) (-late * 1e9), TimeUnit.NANOSECONDS);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
