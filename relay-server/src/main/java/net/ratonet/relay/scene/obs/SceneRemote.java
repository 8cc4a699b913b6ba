package net.ratonet.relay.scene.obs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.shared.flow.Latest;

/// What a person may see and ask of one OBS. Any thread may call; each method returns at once, and
/// each answer comes, at the latest when OBS has kept silent for too long.
public interface SceneRemote {

    Latest<SceneStatus> status();

    /// The newest verdict on the stream; empty until there is one.
    Optional<HealthVerdict> verdict();

    /// Keeps the present scene until it is released.
    CompletableFuture<ObsAnswer> hold();

    CompletableFuture<ObsAnswer> hold(Duration time);

    CompletableFuture<ObsAnswer> release();

    /// Puts any scene on program.
    CompletableFuture<ObsAnswer> switchTo(String scene);

    CompletableFuture<ObsAnswer> showSource(String scene, String source, boolean visible);

    /// Knocks at OBS now, also after it has sent the relay away.
    CompletableFuture<ObsAnswer> reconnect();
}
