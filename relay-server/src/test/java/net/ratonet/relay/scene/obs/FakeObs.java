package net.ratonet.relay.scene.obs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.health.Sentence;

/// An OBS in memory that connects, obeys, refuses or vanishes as a test tells it. For the test's
/// thread only.
final class FakeObs implements ObsConnector {

    private final List<String> orders = new ArrayList<>();
    private Optional<ObsClosure> refusal = Optional.empty();
    private Optional<ObsListener> listener = Optional.empty();
    private ObsSnapshot snapshot;
    private boolean obeys = true;
    private boolean answers = true;
    private boolean ready = true;
    private int tries;
    private int open;

    FakeObs(String scene, String... others) {
        var scenes = new ArrayList<>(List.of(others));
        scenes.add(scene);
        this.snapshot = new ObsSnapshot(scene, scenes, true);
    }

    @Override
    public ObsConnection connect(ObsListener ear) throws ObsUnreachableException {
        tries++;
        if (refusal.isPresent()) {
            throw new ObsUnreachableException(refusal.get());
        }
        open++;
        listener = Optional.of(ear);
        return new FakeConnection();
    }

    void refuses(ObsClosure why) {
        refusal = Optional.of(why);
    }

    void accepts() {
        refusal = Optional.empty();
    }

    void disobeys() {
        obeys = false;
    }

    void isNotReady() {
        ready = false;
    }

    void isReady() {
        ready = true;
    }

    void fallsSilent() {
        answers = false;
    }

    void answersAgain() {
        answers = true;
    }

    /// Somebody chooses a scene, and the news of it arrives.
    void choose(String scene) {
        chooseUnheard(scene);
        ear().onSceneChanged(scene);
    }

    /// Somebody chooses a scene, and the news of it is late.
    void chooseUnheard(String scene) {
        snapshot = new ObsSnapshot(scene, snapshot.scenes(), snapshot.streaming());
    }

    void rename(String scene, String name) {
        var scenes = new ArrayList<>(snapshot.scenes());
        scenes.replaceAll(each -> each.equals(scene) ? name : each);
        snapshot = new ObsSnapshot(snapshot.scene(), scenes, snapshot.streaming());
    }

    void goesAway(ObsClosure why) {
        ear().onClosed(why);
    }

    ObsListener ear() {
        return listener.orElseThrow();
    }

    List<String> orders() {
        return List.copyOf(orders);
    }

    String scene() {
        return snapshot.scene();
    }

    int tries() {
        return tries;
    }

    int openConnections() {
        return open;
    }

    private final class FakeConnection implements ObsConnection {

        @Override
        public ObsSnapshot look() throws ObsRefusedException, ObsUnreachableException {
            checkAnswer();
            if (!ready) {
                throw new ObsRefusedException(207, "not ready");
            }
            return snapshot;
        }

        @Override
        public void switchTo(String scene) throws ObsRefusedException, ObsUnreachableException {
            order("scene " + scene);
            if (!snapshot.scenes().contains(scene)) {
                throw new ObsRefusedException(600, "No source was found");
            }
            chooseUnheard(scene);
        }

        @Override
        public void showSource(String scene, String source, boolean visible)
                throws ObsRefusedException, ObsUnreachableException {
            order("source %s/%s %s".formatted(scene, source, visible));
        }

        @Override
        public void restartMedia(String input) throws ObsRefusedException, ObsUnreachableException {
            order("restart " + input);
        }

        @Override
        public void close() {
            open--;
        }

        private void order(String order) throws ObsRefusedException, ObsUnreachableException {
            checkAnswer();
            orders.add(order);
            if (!obeys) {
                throw new ObsRefusedException(207, "not ready");
            }
        }

        private void checkAnswer() throws ObsUnreachableException {
            if (!answers) {
                throw new ObsUnreachableException(
                        new ObsClosure.Lost(new Sentence("sem resposta", "no answer")));
            }
        }
    }
}
