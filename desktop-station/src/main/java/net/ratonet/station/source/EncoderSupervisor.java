package net.ratonet.station.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns the encoder process. Requests from any thread are queued for the thread
/// "encoder-supervisor", which alone decides and acts; everybody may read the state.
public final class EncoderSupervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EncoderSupervisor.class);

    /// An encoder reports once a second. When this many events wait, the newest are lost.
    private static final int LONGEST_QUEUE = 256;

    private static final long LOOK_AT_CLOCK_MS = 100;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(2_500);

    private final EncoderLauncher launcher;
    private final Ticker ticker;
    private final Latest<EncoderState> state = new Latest<>(new EncoderState.Idle());
    private final Latest<LivePicture> preview = new Latest<>(LivePicture.NONE);
    private final BlockingQueue<EncoderEvent> events = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("encoder-supervisor").unstarted(this::run);
    private volatile boolean closing;

    /// Owned by the supervisor's thread.
    private @Nullable EncoderProcess process;

    public EncoderSupervisor(EncoderLauncher launcher, Ticker ticker) {
        this.launcher = launcher;
        this.ticker = ticker;
    }

    public Latest<EncoderState> state() {
        return state;
    }

    /// The newest small picture of what is encoded; it changes only while somebody asks for it.
    public Latest<LivePicture> preview() {
        return preview;
    }

    public void start() {
        thread.start();
    }

    public void request(EncoderEvent event) {
        if (!events.offer(event)) {
            LOG.warn("The encoder's supervisor is busy; lost: {}", event);
        }
    }

    /// Ends the encoder, by force if it does not go, and waits for that.
    @Override
    public void close() {
        closing = true;
        request(new EncoderEvent.StopRequested());
        try {
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !(state.get() instanceof EncoderState.Idle)) {
                var event = events.poll(LOOK_AT_CLOCK_MS, TimeUnit.MILLISECONDS);
                on(event == null ? new EncoderEvent.TimePassed() : event);
            }
        } catch (InterruptedException _) {
            LOG.debug("the supervisor ends");
        }
    }

    private void on(EncoderEvent event) {
        if (event instanceof EncoderEvent.Reported(EncoderReport.Preview(var jpeg))) {
            preview.publish(LivePicture.of(jpeg, ticker.nowNanos()));
        }
        var before = state.get();
        var step = EncoderLifecycle.on(before, event, ticker.nowNanos());
        step.actions().forEach(this::act);
        if (!step.next().equals(before)) {
            EncoderDiary.lines(before, step.next()).forEach(LOG::info);
            state.publish(step.next());
        }
    }

    private void act(EncoderAction action) {
        switch (action) {
            case EncoderAction.Launch(var job) -> launch(job);
            case EncoderAction.Send(var command) ->
                    Optional.ofNullable(process).ifPresent(running -> running.send(command));
            case EncoderAction.Kill _ ->
                    Optional.ofNullable(process).ifPresent(EncoderProcess::kill);
        }
    }

    private void launch(EncoderJob job) {
        try {
            process = launcher.launch(job, this::request);
        } catch (IOException trouble) {
            process = null;
            request(new EncoderEvent.Ended("it cannot be started: " + trouble.getMessage()));
        }
    }
}
