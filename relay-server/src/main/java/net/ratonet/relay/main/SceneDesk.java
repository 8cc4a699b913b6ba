package net.ratonet.relay.main;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.obs.SceneLoop;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// The scene loops of all streamers who have an OBS: one starts with the streamer's first verdict,
/// and again when the settings have changed. Any thread may call.
final class SceneDesk implements Scenes, AutoCloseable {

    private final Function<StreamerId, Optional<ObsSettings>> settings;
    private final LoopMaker maker;
    private final Map<StreamerId, Running> loops = new ConcurrentHashMap<>();

    /// Makes and starts a loop.
    @FunctionalInterface
    interface LoopMaker {
        SceneLoop start(StreamerId id, ObsSettings settings);
    }

    private record Running(ObsSettings settings, SceneLoop loop) {}

    SceneDesk(Function<StreamerId, Optional<ObsSettings>> settings, LoopMaker maker) {
        this.settings = settings;
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

    Optional<SceneLoop> loop(StreamerId id) {
        var wanted = settings.apply(id);
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
            StreamerId id, @Nullable Running now, Optional<ObsSettings> wanted) {
        if (now != null && wanted.filter(now.settings()::equals).isPresent()) {
            return now;
        }
        if (now != null) {
            now.loop().close();
        }
        return wanted.map(chosen -> new Running(chosen, maker.start(id, chosen))).orElse(null);
    }
}
