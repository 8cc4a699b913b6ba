package net.ratonet.relay.scene;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.ratonet.relay.health.HealthTexts;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.testing.FakeTicker;

/// One director and an OBS that obeys it, in virtual time that moves in tenths of a second.
final class DirectorWorld {

    /// One switch that the director ordered, and when.
    record Switch(String from, String to, Duration at) {}

    static final Duration TICK = Duration.ofMillis(100);

    private final SceneDirector director;
    private final FakeTicker ticker = new FakeTicker();
    private final List<Switch> switches = new ArrayList<>();
    private DirectorState state = DirectorState.INITIAL;

    DirectorWorld(SceneRules rules) {
        this.director = new SceneDirector(rules);
    }

    /// A world that has been on the live scene, healthy, for long enough that nothing is pending.
    static DirectorWorld live(SceneRules rules) {
        var world = new DirectorWorld(rules);
        world.hear(new SceneEvent.ObsConnected(rules.scenes().live(), true));
        world.judge(HealthState.HEALTHY).pass(Duration.ofSeconds(10));
        return world;
    }

    /// A world whose signal has been gone for long enough to be on the fallback scene.
    static DirectorWorld brb(SceneRules rules) {
        var world = live(rules);
        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(10));
        return world;
    }

    DirectorWorld hear(SceneEvent event) {
        var step = director.on(state, event, now());
        state = step.next();
        step.order()
                .ifPresent(order -> switches.add(new Switch(order.from(), order.to(), elapsed())));
        return this;
    }

    DirectorWorld judge(HealthState health) {
        return judge(signal(health));
    }

    DirectorWorld judge(SceneSignal signal) {
        return hear(new SceneEvent.SignalJudged(signal));
    }

    DirectorWorld pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(TICK)) {
            ticker.advance(TICK);
            hear(new SceneEvent.Tick());
        }
        return this;
    }

    DirectorWorld advance(Duration time) {
        ticker.advance(time);
        return this;
    }

    Moment now() {
        return new Moment(ticker.nowNanos(), Instant.EPOCH.plusNanos(ticker.nowNanos()));
    }

    Duration elapsed() {
        return Duration.ofNanos(ticker.nowNanos());
    }

    DirectorState state() {
        return state;
    }

    String scene() {
        return state.program().map(DirectorState.Program::scene).orElse("");
    }

    List<Switch> switches() {
        return List.copyOf(switches);
    }

    SceneDecision lastDecision() {
        return state.log().last().orElseThrow();
    }

    static SceneSignal signal(HealthState health) {
        return signal(health, Duration.ZERO);
    }

    static SceneSignal signal(HealthState health, Duration lostFor) {
        return new SceneSignal(
                health,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                lostFor,
                HealthTexts.of(health));
    }

    static SceneSignal measured(double kbps, double rttMs) {
        return new SceneSignal(
                HealthState.HEALTHY,
                OptionalDouble.of(kbps),
                OptionalDouble.of(rttMs),
                Duration.ZERO,
                HealthTexts.of(HealthState.HEALTHY));
    }

    static SceneRules rules(Triggers triggers) {
        return SceneRules.of(SceneNames.DEFAULT.withLow("LOW"), SceneTiming.DEFAULT).with(triggers);
    }

    static Triggers low(double kbps, double rttMs) {
        return new Triggers(
                Optional.of(Trigger.below(kbps)),
                Optional.of(Trigger.above(rttMs)),
                Optional.empty(),
                Optional.empty());
    }
}
