package net.ratonet.relay.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.scene.DirectorState;
import net.ratonet.relay.scene.SceneNames;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.relay.scene.obs.ObsAnswer;
import net.ratonet.relay.scene.obs.SceneRemote;
import net.ratonet.shared.flow.Latest;
import org.jspecify.annotations.Nullable;

/// An OBS that shows what the test says, writes down what it is asked, and answers as it is told.
final class FakeSceneRemote implements SceneRemote {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Latest<SceneStatus> status =
            new Latest<>(SceneStatus.of(DirectorState.INITIAL, SceneNames.DEFAULT, List.of()));
    private volatile ObsAnswer answer = new ObsAnswer.Done();
    private volatile @Nullable HealthVerdict verdict;

    List<String> asked() {
        return asked;
    }

    void show(SceneStatus shown, HealthVerdict judged) {
        verdict = judged;
        status.publish(shown);
    }

    void answerWith(ObsAnswer next) {
        answer = next;
    }

    @Override
    public Latest<SceneStatus> status() {
        return status;
    }

    @Override
    public Optional<HealthVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    @Override
    public CompletableFuture<ObsAnswer> hold() {
        return note("hold");
    }

    @Override
    public CompletableFuture<ObsAnswer> hold(Duration time) {
        return note("hold " + time);
    }

    @Override
    public CompletableFuture<ObsAnswer> release() {
        return note("release");
    }

    @Override
    public CompletableFuture<ObsAnswer> switchTo(String scene) {
        return note("switch " + scene);
    }

    @Override
    public CompletableFuture<ObsAnswer> showSource(String scene, String source, boolean visible) {
        return note("source %s/%s %s".formatted(scene, source, visible));
    }

    @Override
    public CompletableFuture<ObsAnswer> reconnect() {
        return note("reconnect");
    }

    private CompletableFuture<ObsAnswer> note(String request) {
        asked.add(request);
        return CompletableFuture.completedFuture(answer);
    }
}
