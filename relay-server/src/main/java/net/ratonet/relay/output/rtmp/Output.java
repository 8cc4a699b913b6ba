package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import net.ratonet.relay.output.rtmp.OutputStep.Action;
import net.ratonet.relay.rtmp.RtmpUrl;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one destination supplied, on a virtual thread of its own, which owns the state. Any thread
/// may say what is wanted; the newest wish counts.
final class Output implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Output.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long IDLE_LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final StreamerId streamer;
    private final OutputTarget target;
    private final RtmpUrl url;
    private final OutputGear gear;
    private final OutputFlow flow = new OutputFlow();
    private final AtomicReference<OutputWish> wish = new AtomicReference<>(OutputWish.NONE);
    private final Thread thread;
    private OutputWish heard = OutputWish.NONE;
    private volatile OutputState state = new OutputState.Stopped();
    private volatile @Nullable RtmpPublisher publisher;
    private volatile boolean open = true;

    Output(StreamerId streamer, OutputTarget target, RtmpUrl url, OutputGear gear) {
        this.streamer = streamer;
        this.target = target;
        this.url = url;
        this.gear = gear;
        this.thread =
                Thread.ofVirtual()
                        .name("rtmp-out-%s-%s".formatted(streamer, target.id()))
                        .start(this::run);
    }

    void start() {
        change(OutputWish::start);
    }

    void stop() {
        change(OutputWish::stop);
    }

    void onAir(ChunkSource source) {
        change(now -> now.onAir(source));
    }

    void offAir() {
        change(OutputWish::offAir);
    }

    /// Ends a connection that takes nothing any more.
    void watch(long nowNanos) {
        var current = publisher;
        if (current != null) {
            current.watch(nowNanos);
        }
    }

    OutputStatus status() {
        return OutputReport.of(target, state, flow, gear.ticker().nowNanos());
    }

    /// Begins to end it; to be followed by [#close].
    void finish() {
        open = false;
        change(OutputWish::stop);
    }

    /// Lets it say goodbye, but not for long.
    @Override
    public void close() {
        finish();
        try {
            if (!thread.join(Duration.ofSeconds(1))) {
                abort();
            }
        } catch (InterruptedException _) {
            abort();
            Thread.currentThread().interrupt();
        }
    }

    private void change(UnaryOperator<OutputWish> how) {
        wish.updateAndGet(how);
        if (state instanceof OutputState.Connecting) {
            var now = wish.get();
            if (!now.wanted() || now.source().isEmpty()) {
                abort();
            }
        }
        LockSupport.unpark(thread);
    }

    private void abort() {
        var current = publisher;
        if (current != null) {
            current.abort();
        }
    }

    private void run() {
        while (open) {
            try {
                var action = hear();
                while (action == Action.CONNECT && open) {
                    action = session();
                }
                if (open) {
                    LockSupport.parkNanos(this, untilNextLook());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException bug) {
                LOG.error("{}: the output to {} starts over", streamer, target.platform(), bug);
                apply(new OutputEvent.Failed(new OutputTrouble.Bug(), 0));
            }
        }
    }

    private long untilNextLook() {
        return state instanceof OutputState.Waiting(_, _, _, var until)
                ? Math.clamp(until - gear.ticker().nowNanos(), 1, IDLE_LOOK_NANOS)
                : IDLE_LOOK_NANOS;
    }

    /// Brings the state up to what is wanted now, and tells what that asks for.
    private Action hear() {
        var now = wish.get();
        var events = now.since(heard);
        heard = now;
        var action = apply(new OutputEvent.TimePassed());
        for (var event : events) {
            var next = apply(event);
            action = next == Action.NOTHING ? action : next;
        }
        return action;
    }

    private Action apply(OutputEvent event) {
        var before = state;
        var step = OutputLifecycle.on(before, event, gear.ticker().nowNanos());
        state = step.next();
        OutputReport.diary(streamer, target, before, step.next());
        return step.action();
    }

    /// One connection, from the first try to its end.
    private Action session() throws InterruptedException {
        flow.begin(gear.ticker().nowNanos());
        var source = heard.source();
        if (source.isEmpty()) {
            return apply(new OutputEvent.OffAir());
        }
        var link = new OutputLink(target, url, gear, flow);
        Optional<OutputTrouble> trouble = Optional.empty();
        try {
            var action = talk(link, source.get());
            if (action != Action.NOTHING) {
                return action;
            }
        } catch (OutputException failure) {
            trouble = Optional.of(failure.trouble());
        } finally {
            publisher = null;
            link.close();
        }
        return afterwards(trouble);
    }

    private Action afterwards(Optional<OutputTrouble> trouble) {
        var action = hear();
        if (trouble.isEmpty()) {
            return action == Action.NOTHING ? apply(new OutputEvent.OffAir()) : action;
        }
        gear.counts().failures.increment();
        apply(new OutputEvent.Failed(trouble.get(), gear.random().nextDouble()));
        return action;
    }

    /// What is to be done next; nothing when the stream has ended.
    private Action talk(OutputLink link, ChunkSource source)
            throws OutputException, InterruptedException {
        Optional<Codec> codec = Optional.empty();
        link.look(source);
        while (codec.isEmpty()) {
            var action = hear();
            if (action != Action.NOTHING || link.isEnded()) {
                return action;
            }
            codec = link.codec(LOOK);
        }
        publisher = link.dial(codec.get());
        var action = hear();
        if (action == Action.NOTHING) {
            link.connect(source);
            apply(new OutputEvent.Connected());
            gear.counts().connections.increment();
        }
        while (action == Action.NOTHING && !link.isEnded()) {
            link.pass(LOOK);
            action = hear();
        }
        link.sayGoodbye();
        return action;
    }
}
