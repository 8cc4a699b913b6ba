package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The FFmpeg of one call. A thread of its own, named after the child, gets it and carries its
/// media; when somebody else was quicker to take its port, it gets another. The loop only looks.
final class SpliceChild {

    private static final Logger LOG = LoggerFactory.getLogger(SpliceChild.class);
    private static final int MOST_STARTS = 4;
    private static final int NONE = 0;

    private final CallMedia media;
    private final Listeners listeners;
    private final Consumer<SpliceChild> onGone;
    private volatile int port = NONE;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile boolean gone;
    private volatile boolean draining;
    private volatile @Nullable FfmpegChild child;

    SpliceChild(CallMedia media, Listeners listeners, Consumer<SpliceChild> onGone) {
        this.media = media;
        this.listeners = listeners;
        this.onGone = onGone;
    }

    void start() {
        Thread.ofPlatform().daemon().name(media.name()).start(this::run);
    }

    /// Where it listens, or soon will; changes when it had to be started again.
    OptionalInt port() {
        var known = port;
        return known == NONE ? OptionalInt.empty() : OptionalInt.of(known);
    }

    void connected() {
        connected = true;
    }

    boolean isGone() {
        return gone;
    }

    CallMedia media() {
        return media;
    }

    boolean isDraining() {
        return draining;
    }

    /// Ends it once the last of the stream has been handed on. Returns at once.
    ///
    /// @param agreed how long it waits for lost packets
    void drain(Duration agreed) {
        draining = true;
        var running = child;
        var tail = media.tail(agreed);
        if (running == null || tail.isZero()) {
            close();
            return;
        }
        var _ =
                running.onExit()
                        .copy()
                        .orTimeout(tail.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((_, _) -> close());
    }

    /// Returns at once.
    void close() {
        closed = true;
        media.close();
        var running = child;
        if (running != null) {
            Thread.ofVirtual().name(media.name() + "-end").start(running::close);
        }
    }

    private void run() {
        try {
            for (var start = 0; start < MOST_STARTS && !connected && !closed; start++) {
                once();
            }
        } catch (RuntimeException mistake) {
            LOG.error("{} ends after a mistake of its own", media.name(), mistake);
        } finally {
            gone = true;
            media.close();
            onGone.accept(this);
        }
    }

    private void once() {
        try (var listener = listeners.open(media)) {
            child = listener.child();
            port = listener.port();
            if (!closed) {
                media.carry(listener.child(), () -> connected || closed);
                tell(listener.child());
            }
        } catch (IOException trouble) {
            LOG.debug("{}: {}", media.name(), trouble.toString());
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private void tell(FfmpegChild ended) {
        if (!closed && !connected) {
            LOG.warn("{} ended before it began: {}", media.name(), ended.lastWords());
        }
    }
}
