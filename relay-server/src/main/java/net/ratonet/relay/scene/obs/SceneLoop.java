package net.ratonet.relay.scene.obs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.DirectorState;
import net.ratonet.relay.scene.SceneEvent;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one streamer's scenes right for as long as it is open. Its methods may be called from any
/// thread and return at once; a virtual thread of its own owns everything else. Without an OBS it
/// knocks for ever and the relay runs on.
///
/// Of health only the newest verdict waits. Other requests wait in a bounded queue: when it is
/// full, a person's request fails, and lost news from OBS is made up for by looking.
public final class SceneLoop implements SceneRemote, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SceneLoop.class);
    private static final int MOST_WAITING = 64;

    private static final ObsAnswer BUSY =
            new ObsAnswer.Failed(
                    new Sentence(
                            "Pedidos demais para este OBS, tente de novo",
                            "Too many requests for this OBS, try again"));
    private static final ObsAnswer CLOSED =
            new ObsAnswer.Failed(new Sentence("O relay está parando", "The relay is stopping"));

    private final StreamerId streamer;
    private final SceneControl control;
    private final BlockingQueue<Runnable> requests = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<@Nullable HealthVerdict> newest = new AtomicReference<>();
    private final AtomicBoolean newsLost = new AtomicBoolean();
    private final Latest<SceneStatus> status;
    private final Thread thread;
    private volatile @Nullable HealthVerdict judged;
    private volatile boolean open = true;

    public SceneLoop(
            StreamerId streamer,
            SceneRules rules,
            ObsConnector connector,
            Ticker ticker,
            InstantSource clock,
            RandomGenerator random) {
        this.streamer = streamer;
        this.control =
                new SceneControl(
                        rules,
                        new ObsLink(connector, ReconnectRule.DEFAULT, ticker, random),
                        ticker,
                        clock);
        this.status =
                new Latest<>(SceneStatus.of(DirectorState.INITIAL, rules.scenes(), List.of()));
        this.thread = Thread.ofVirtual().name("scene-" + streamer).unstarted(this::run);
    }

    public SceneLoop start() {
        thread.start();
        return this;
    }

    @Override
    public Latest<SceneStatus> status() {
        return status;
    }

    @Override
    public Optional<HealthVerdict> verdict() {
        return Optional.ofNullable(judged);
    }

    public void onHealth(HealthVerdict verdict) {
        judged = verdict;
        newest.set(verdict);
        requests.offer(SceneLoop::wakeUp);
    }

    @Override
    public CompletableFuture<ObsAnswer> hold() {
        return hear(new SceneEvent.HoldAsked(Optional.empty()));
    }

    @Override
    public CompletableFuture<ObsAnswer> hold(Duration time) {
        return hear(new SceneEvent.HoldAsked(Optional.of(time)));
    }

    @Override
    public CompletableFuture<ObsAnswer> release() {
        return hear(new SceneEvent.ReleaseAsked());
    }

    @Override
    public CompletableFuture<ObsAnswer> switchTo(String scene) {
        return tell(obs -> obs.switchTo(scene));
    }

    @Override
    public CompletableFuture<ObsAnswer> showSource(String scene, String source, boolean visible) {
        return tell(obs -> obs.showSource(scene, source, visible));
    }

    public CompletableFuture<ObsAnswer> restartMedia(String input) {
        return tell(obs -> obs.restartMedia(input));
    }

    @Override
    public CompletableFuture<ObsAnswer> reconnect() {
        return ask(() -> {
            control.reconnect();
            return new ObsAnswer.Done();
        });
    }

    @Override
    public void close() {
        open = false;
        if (!thread.isAlive()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<ObsAnswer> hear(SceneEvent event) {
        return ask(() -> {
            control.hear(event);
            return new ObsAnswer.Done();
        });
    }

    private CompletableFuture<ObsAnswer> tell(ObsCall call) {
        return ask(() -> control.tell(call));
    }

    private CompletableFuture<ObsAnswer> ask(Supplier<ObsAnswer> request) {
        var answer = new CompletableFuture<ObsAnswer>();
        if (!requests.offer(() -> answer.completeAsync(request, Runnable::run))) {
            answer.complete(BUSY);
        }
        if (!open) {
            answer.complete(CLOSED);
        }
        return answer;
    }

    private void onNews(ObsNews news) {
        if (!requests.offer(() -> control.onNews(news))) {
            newsLost.set(true);
        }
    }

    private void run() {
        while (open) {
            try {
                turn();
            } catch (InterruptedException _) {
                open = false;
            } catch (RuntimeException bug) {
                LOG.error("{}: scene control failed and starts over", streamer, bug);
                control.startOver();
            }
        }
        control.close();
        requests.forEach(Runnable::run);
    }

    private void turn() throws InterruptedException {
        control.turn(this::onNews);
        publish();
        var request = requests.poll(control.untilNextTurn().toMillis(), TimeUnit.MILLISECONDS);
        if (request != null) {
            request.run();
        }
        if (newsLost.getAndSet(false)) {
            control.lookSoon();
        }
        var verdict = newest.getAndSet(null);
        if (verdict != null) {
            control.onHealth(verdict);
        }
    }

    private void publish() {
        var next = control.status();
        var before = status.get();
        if (!next.equals(before)) {
            diary(before, next);
            status.publish(next);
        }
    }

    /// Writes down what a streamer would want to read tomorrow.
    private void diary(SceneStatus before, SceneStatus next) {
        if (next.connected() && !before.connected()) {
            LOG.info("{}: OBS connected, on scene {}", streamer, next.currentScene().orElse(""));
        }
        if (!next.problems().equals(before.problems())) {
            next.problems().forEach(problem -> LOG.info("{}: {}", streamer, text(problem)));
        }
        next.log()
                .last()
                .filter(last -> !before.log().entries().contains(last))
                .ifPresent(last -> LOG.info("{}: {}", streamer, text(last.why())));
    }

    private static String text(Sentence sentence) {
        return sentence.in(Language.ENGLISH);
    }

    private static void wakeUp() {
        // Having been taken from the queue is all that this request is for.
    }
}
