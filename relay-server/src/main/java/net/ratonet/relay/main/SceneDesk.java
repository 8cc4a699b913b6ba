package net.ratonet.relay.main;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.obs.SceneLoop;
import net.ratonet.relay.scene.obs.SceneRemote;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// The scene loops of all streamers who have an OBS: one starts when it is first needed, by a
/// verdict or a person, and again when the settings have changed. Any thread may call.
final class SceneDesk implements Scenes, SceneDoor, AutoCloseable {

    private final Function<StreamerId, Optional<ObsTarget>> targets;
    private final LoopMaker maker;
    private final Map<StreamerId, Running> loops = new ConcurrentHashMap<>();

    /// Makes and starts a loop.
    @FunctionalInterface
    interface LoopMaker {
        SceneLoop start(StreamerId id, ObsTarget target);
    }

    private record Running(ObsTarget target, SceneLoop loop) {}

    SceneDesk(Function<StreamerId, Optional<ObsTarget>> targets, LoopMaker maker) {
        this.targets = targets;
        this.maker = maker;
    }

    @Override
    public void judged(StreamerId id, HealthVerdict verdict) {
        loop(id).ifPresent(loop -> loop.onHealth(verdict));
    }

    @Override
    public Set<StreamerId> watched() {
        return Set.copyOf(loops.keySet());
    }

    @Override
    public Optional<SceneRemote> remote(StreamerId id) {
        return loop(id).map(loop -> loop);
    }

    private Optional<SceneLoop> loop(StreamerId id) {
        var wanted = targets.apply(id);
        var running = loops.compute(id, (_, now) -> fitting(id, now, wanted));
        return Optional.ofNullable(running).map(Running::loop);
    }

    void remove(StreamerId id) {
        var running = loops.remove(id);
        if (running != null) {
            running.loop().close();
        }
    }

    @Override
    public void close() {
        loops.keySet().forEach(this::remove);
    }

    private @Nullable Running fitting(
            StreamerId id, @Nullable Running now, Optional<ObsTarget> wanted) {
        if (now != null && wanted.filter(now.target()::equals).isPresent()) {
            return now;
        }
        if (now != null) {
            closeLater(now.loop());
        }
        return wanted.map(chosen -> new Running(chosen, maker.start(id, chosen))).orElse(null);
    }

    /// A loop may wait for its OBS or for a name server, and whoever noticed the change must not.
    private static void closeLater(SceneLoop loop) {
        Thread.ofVirtual().name("scene-end").start(loop::close);
    }
}
