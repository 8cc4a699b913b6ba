package net.ratonet.relay.scene.obs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.DirectorState;
import net.ratonet.relay.scene.Moment;
import net.ratonet.relay.scene.SceneCheck;
import net.ratonet.relay.scene.SceneDirector;
import net.ratonet.relay.scene.SceneEvent;
import net.ratonet.relay.scene.SceneOrder;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneSignal;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.shared.flow.Ticker;

/// Brings director and OBS together for one streamer. Used by its loop's thread only.
final class SceneControl implements AutoCloseable {

    /// How often OBS is asked although it tells: news can be lost, and a line can be dead.
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);

    /// How exactly delays are kept.
    private static final Duration GRAIN = Duration.ofMillis(100);

    private final SceneRules rules;
    private final SceneDirector director;
    private final ObsLink link;
    private final Ticker ticker;
    private final InstantSource clock;
    private DirectorState state = DirectorState.INITIAL;
    private List<Sentence> missingScenes = List.of();
    private long lastLookNanos;

    SceneControl(SceneRules rules, ObsLink link, Ticker ticker, InstantSource clock) {
        this.rules = rules;
        this.director = new SceneDirector(rules);
        this.link = link;
        this.ticker = ticker;
        this.clock = clock;
    }

    void onHealth(HealthVerdict verdict) {
        hear(new SceneEvent.SignalJudged(SceneSignal.of(verdict)));
    }

    void onNews(ObsNews news) {
        if (link.isOld(news)) {
            return;
        }
        switch (news) {
            case ObsNews.SceneShown(_, var scene) -> hear(new SceneEvent.SceneChanged(scene));
            case ObsNews.StreamingTurned(_, var streaming) ->
                    hear(new SceneEvent.StreamingChanged(streaming));
            case ObsNews.Closed(_, var closure) -> {
                link.lost(closure);
                noticeLoss();
            }
        }
    }

    void hear(SceneEvent event) {
        var step = director.on(state, event, now());
        state = step.next();
        step.order().ifPresent(this::carryOut);
    }

    /// Does what time demands: connects, looks, and lets delays run out.
    void turn(Consumer<ObsNews> owner) {
        if (link.isDue()) {
            link.connect(owner).ifPresent(this::connected);
        } else if (link.isConnected() && sinceLook().compareTo(LOOK_INTERVAL) >= 0) {
            look();
        }
        hear(new SceneEvent.Tick());
    }

    /// How long the loop may sleep if nothing happens.
    Duration untilNextTurn() {
        if (link.isConnected()) {
            return state.waitsForTime() ? GRAIN : atLeastGrain(LOOK_INTERVAL.minus(sinceLook()));
        }
        return link.nextTryNanos().isPresent()
                ? atLeastGrain(
                        Duration.ofNanos(link.nextTryNanos().getAsLong() - ticker.nowNanos()))
                : LOOK_INTERVAL;
    }

    /// Looks at OBS at the next turn, because news may have been missed.
    void lookSoon() {
        lastLookNanos = ticker.nowNanos() - LOOK_INTERVAL.toNanos();
    }

    ObsAnswer tell(ObsCall call) {
        var answer = link.tell(call);
        lookSoon();
        noticeLoss();
        return answer;
    }

    void reconnect() {
        link.reconnect();
    }

    SceneStatus status() {
        var problems = new ArrayList<Sentence>();
        link.closure().map(ObsClosure::sentence).ifPresent(problems::add);
        problems.addAll(missingScenes);
        return SceneStatus.of(state, rules.scenes(), problems);
    }

    /// Forgets everything after a fault of ours; the link's own back-off keeps a lasting fault from
    /// going round and round.
    void startOver() {
        link.lost(new ObsClosure.Lost(new Sentence("falha interna", "internal fault")));
        state = DirectorState.INITIAL;
        missingScenes = List.of();
    }

    @Override
    public void close() {
        link.close();
    }

    /// Looks once more before it switches: if somebody has just chosen another scene, the news of
    /// it may still be on its way, and that choice must hold.
    private void carryOut(SceneOrder order) {
        var seen = link.look();
        if (seen.isEmpty()) {
            failed(order, new Sentence("O OBS não respondeu", "OBS did not answer"));
        } else if (!seen.get().scene().equals(order.from())) {
            noted(seen.get());
            hear(new SceneEvent.SceneChanged(seen.get().scene()));
        } else if (!seen.get().scenes().contains(order.to())) {
            failed(order, SceneCheck.missing(order.to(), seen.get().scenes()));
        } else if (link.tell(obs -> obs.switchTo(order.to()))
                instanceof ObsAnswer.Failed(var why)) {
            failed(order, why);
        }
    }

    private void failed(SceneOrder order, Sentence why) {
        hear(new SceneEvent.OrderFailed(order, why));
        noticeLoss();
    }

    private void connected(ObsSnapshot snapshot) {
        noted(snapshot);
        hear(new SceneEvent.ObsConnected(snapshot.scene(), snapshot.streaming()));
    }

    private void look() {
        var seen = link.look();
        lastLookNanos = ticker.nowNanos();
        seen.ifPresent(this::compare);
        noticeLoss();
    }

    private void compare(ObsSnapshot snapshot) {
        noted(snapshot);
        if (state.program().isEmpty()) {
            connected(snapshot);
        } else {
            hear(new SceneEvent.StreamingChanged(snapshot.streaming()));
            hear(new SceneEvent.SceneChanged(snapshot.scene()));
        }
    }

    private void noted(ObsSnapshot snapshot) {
        missingScenes = SceneCheck.problems(rules.scenes(), snapshot.scenes());
        lastLookNanos = ticker.nowNanos();
    }

    private void noticeLoss() {
        if (!link.isConnected() && state.program().isPresent()) {
            missingScenes = List.of();
            hear(new SceneEvent.ObsLost());
        }
    }

    private Duration sinceLook() {
        return Duration.ofNanos(ticker.nowNanos() - lastLookNanos);
    }

    private Moment now() {
        return new Moment(ticker.nowNanos(), clock.instant());
    }

    private static Duration atLeastGrain(Duration wait) {
        return wait.compareTo(GRAIN) > 0 ? wait : GRAIN;
    }
}
