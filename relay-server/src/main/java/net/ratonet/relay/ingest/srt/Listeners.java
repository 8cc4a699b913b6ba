package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The FFmpegs that calls are spliced to. A spare one waits for the next publisher: a program takes
/// a while to start, most of all on a busy machine and the first time, and an encoder gives up
/// after 3 s. Any thread may call.
final class Listeners implements AutoCloseable {

    static final String SPARE = "srt-spare";

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /// The call that took the spare begins first.
    private static final Duration AFTER_A_CALL = Duration.ofSeconds(2);

    private static final Duration AFTER_ITS_END = Duration.ofSeconds(10);

    private final Ffmpeg ffmpeg;
    private final LoopbackPorts ports = new LoopbackPorts();
    private @Nullable Listener spare;
    private boolean preparing;
    private boolean closed;

    Listeners(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// Has a spare made ready. Returns at once.
    void prepare() {
        later(Duration.ZERO);
    }

    Listener open(CallMedia media) throws IOException {
        var waiting = media.takesSpare() ? takeSpare() : Optional.<Listener>empty();
        if (waiting.isPresent()) {
            waiting.get().child().rename(media.name());
            return waiting.get();
        }
        return start(media.name(), media::arguments);
    }

    /// Ends the spare; the others belong to their calls.
    @Override
    public void close() {
        Optional<Listener> last;
        synchronized (this) {
            closed = true;
            last = Optional.ofNullable(spare);
            spare = null;
        }
        last.ifPresent(Listener::close);
    }

    private synchronized Optional<Listener> takeSpare() {
        var waiting = Optional.ofNullable(spare).filter(one -> one.child().isRunning());
        if (waiting.isPresent()) {
            spare = null;
        }
        later(AFTER_A_CALL);
        return waiting;
    }

    private void later(Duration delay) {
        CompletableFuture.delayedExecutor(
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS,
                        task -> Thread.ofVirtual().name(SPARE).start(task))
                .execute(this::makeReady);
    }

    private void makeReady() {
        if (begins()) {
            Optional<Listener> made = Optional.empty();
            try {
                made = Optional.of(start(SPARE, PublishMedia::listening));
            } catch (IOException trouble) {
                LOG.warn("No FFmpeg is ready for the next SRT publisher: {}", trouble.getMessage());
            } finally {
                done(made).ifPresent(Listener::close);
            }
        }
    }

    private synchronized boolean begins() {
        var wanted = !closed && !preparing && spare == null;
        preparing |= wanted;
        return wanted;
    }

    /// What is not wanted any more comes back.
    private synchronized Optional<Listener> done(Optional<Listener> made) {
        preparing = false;
        if (closed) {
            return made;
        }
        made.ifPresent(one -> {
            spare = one;
            var _ = one.child().onExit().thenRun(() -> ended(one));
        });
        return Optional.empty();
    }

    private synchronized void ended(Listener one) {
        if (one.equals(spare)) {
            spare = null;
            ports.giveBack(one.port());
            LOG.debug("the spare FFmpeg ended: {}", one.child().lastWords());
            later(AFTER_ITS_END);
        }
    }

    private Listener start(String name, IntFunction<List<String>> arguments) throws IOException {
        var port = ports.lend();
        try {
            return new Listener(ffmpeg.start(name, arguments.apply(port)), port, ports);
        } catch (IOException trouble) {
            ports.giveBack(port);
            throw trouble;
        }
    }
}
