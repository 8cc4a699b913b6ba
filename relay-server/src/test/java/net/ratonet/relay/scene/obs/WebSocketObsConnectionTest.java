package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The real client library against a simulated OBS that Javalin serves: both Jettys live here.
@Timeout(60)
final class WebSocketObsConnectionTest {

    private static final String PASSWORD = "supersecretpassword";

    private final SimulatedObs obs = SimulatedObs.start(PASSWORD, "LIVE", "BRB", "Banho é só meu");
    private final HeardEvents heard = new HeardEvents();

    @AfterEach
    void stop() {
        obs.close();
    }

    @Test
    void livesInOneJvmWithJavalinsJetty() throws Exception {
        try (var connection = connect()) {
            assertThat(connection.look()).isNotNull();
        }

        assertThat(Class.forName("org.eclipse.jetty.util.component.AbstractLifeCycle"))
                .isNotEqualTo(
                        Class.forName(
                                "net.ratonet.obsclient.jetty.util.component.AbstractLifeCycle"));
    }

    @Test
    void seesScenesAndWhetherObsIsOnAir() throws Exception {
        try (var connection = connect()) {
            var snapshot = connection.look();

            assertThat(snapshot.scene()).isEqualTo("LIVE");
            assertThat(snapshot.scenes())
                    .containsExactlyInAnyOrder("LIVE", "BRB", "Banho é só meu");
            assertThat(snapshot.streaming()).isTrue();
        }
    }

    @Test
    void switchesScenesAndHearsOfIt() throws Exception {
        try (var connection = connect()) {
            connection.switchTo("Banho é só meu");

            assertThat(obs.studio().program()).isEqualTo("Banho é só meu");
            assertThat(heard.next()).isEqualTo("scene Banho é só meu");
        }
    }

    @Test
    void hearsWhenObsGoesOffAir() throws Exception {
        try (var _ = connect()) {
            obs.stream(false);

            assertThat(heard.next()).isEqualTo("streaming false");
        }
    }

    @Test
    void showsAndHidesASource() throws Exception {
        obs.studio().add("LIVE", "Mapa");
        try (var connection = connect()) {
            connection.showSource("LIVE", "Mapa", false);

            assertThat(obs.studio().isVisible("LIVE", "Mapa")).isFalse();
        }
    }

    @Test
    void restartsAMediaSource() throws Exception {
        obs.studio().add("LIVE", "SRT");
        try (var connection = connect()) {
            connection.restartMedia("SRT");

            assertThat(obs.studio().requests()).contains("TriggerMediaInputAction");
        }
    }

    @Test
    void tellsARefusalFromALoss() throws Exception {
        try (var connection = connect()) {
            assertThatExceptionOfType(ObsRefusedException.class)
                    .isThrownBy(() -> connection.switchTo("Nowhere"))
                    .withMessageContaining("Nowhere");

            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }
    }

    @Test
    void tellsThatObsIsStillLoading() throws Exception {
        obs.studio().setReady(false);
        try (var connection = connect()) {
            assertThatExceptionOfType(ObsRefusedException.class).isThrownBy(connection::look);
            obs.studio().setReady(true);

            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        for (var round = 0; round < 3; round++) {
            connect().close();
        }

        for (var thread : clientThreads()) {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void keepsAConnectionOverMessagesThatTheLibraryDoesNotKnow() throws Exception {
        try (var connection = connect()) {
            obs.say("garbage");
            obs.say(
                    "{\"op\":5,\"d\":{\"eventType\":\"FromTheFuture\",\"eventIntent\":4,\"eventData\":{}}}");
            obs.say("{\"op\":42,\"d\":{}}");

            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        var settings = new ObsSettings("127.0.0.1", obs.port(), "a wrong one", SceneRules.DEFAULT);

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() ->
                        new WebSocketObsConnector(ObsTarget.ofOperator(settings)).connect(heard))
                .satisfies(refusal ->
                        assertThat(refusal.closure()).isEqualTo(new ObsClosure.WrongPassword()))
                .withMessageNotContaining("a wrong one");
    }

    @Test
    void saysThatThePasswordIsMissing() {
        var settings = new ObsSettings("127.0.0.1", obs.port(), "", SceneRules.DEFAULT);

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() ->
                        new WebSocketObsConnector(ObsTarget.ofOperator(settings)).connect(heard))
                .satisfies(refusal ->
                        assertThat(refusal.closure()).isEqualTo(new ObsClosure.WrongPassword()));
    }

    @Test
    void hearsThatItWasSentAway() throws Exception {
        try (var connection = connect()) {
            obs.kick();

            assertThat(heard.next()).isEqualTo("closed " + new ObsClosure.Kicked());
            assertThatExceptionOfType(ObsUnreachableException.class).isThrownBy(connection::look);
        }
    }

    @Test
    void hearsThatObsWentAway() throws Exception {
        try (var _ = connect()) {
            obs.close();

            assertThat(heard.next()).startsWith("closed Lost");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (var closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closing.getLocalPort();
        }
        var settings = new ObsSettings("127.0.0.1", port, "", SceneRules.DEFAULT);

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() ->
                        new WebSocketObsConnector(ObsTarget.ofOperator(settings)).connect(heard))
                .withMessage("No connection to OBS: nobody answers at 127.0.0.1:" + port);
    }

    @Test
    void givesUpOnAProgramThatIsNotObs() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var settings =
                    new ObsSettings("127.0.0.1", silent.getLocalPort(), "", SceneRules.DEFAULT);

            assertThatExceptionOfType(ObsUnreachableException.class)
                    .isThrownBy(() ->
                            new WebSocketObsConnector(ObsTarget.ofOperator(settings))
                                    .connect(heard))
                    .withMessageContaining("does not behave like OBS");
        }
    }

    /// The threads that the library's Jetty has started.
    private static List<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Arrays.toString(thread.getStackTrace()).contains("obsclient"))
                .toList();
    }

    private ObsConnection connect() throws ObsUnreachableException {
        return new WebSocketObsConnector(ObsTarget.ofOperator(obs.settings(SceneRules.DEFAULT)))
                .connect(heard);
    }

    /// Keeps what a connection told, for the test to take one by one.
    private static final class HeardEvents implements ObsListener {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public void onSceneChanged(String scene) {
            events.add("scene " + scene);
        }

        @Override
        public void onStreamingChanged(boolean streaming) {
            events.add("streaming " + streaming);
        }

        @Override
        public void onClosed(ObsClosure closure) {
            events.add("closed " + closure);
        }

        String next() throws InterruptedException {
            var event = events.poll(20, TimeUnit.SECONDS);
            return event == null ? "nothing" : event;
        }
    }
}
