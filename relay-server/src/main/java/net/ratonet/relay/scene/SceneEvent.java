package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.health.Sentence;

/// What the director hears.
public sealed interface SceneEvent {

    /// Health was judged anew.
    record SignalJudged(SceneSignal signal) implements SceneEvent {}

    record ObsConnected(String scene, boolean streaming) implements SceneEvent {}

    record ObsLost() implements SceneEvent {}

    /// Somebody or something put another scene on program.
    record SceneChanged(String scene) implements SceneEvent {}

    record StreamingChanged(boolean streaming) implements SceneEvent {}

    /// A person wants the present scene to stay, for ever or for a time.
    record HoldAsked(Optional<Duration> time) implements SceneEvent {}

    record ReleaseAsked() implements SceneEvent {}

    /// OBS did not carry out the last order.
    record OrderFailed(SceneOrder order, Sentence why) implements SceneEvent {}

    /// Time has passed.
    record Tick() implements SceneEvent {}
}
