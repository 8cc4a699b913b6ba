package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a streamer who names an address can make the relay connect to.
@Timeout(60)
final class ObsReachTest {

    private static final ObsListener DEAF =
            new ObsListener() {
                @Override
                public void onSceneChanged(String scene) {}

                @Override
                public void onStreamingChanged(boolean streaming) {}

                @Override
                public void onClosed(ObsClosure closure) {}
            };

    private final SimulatedObs obs = SimulatedObs.start("", "LIVE", "BRB");
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void stop() {
        obs.close();
    }

    @Test
    void keepsAStreamerOutOfTheRelaysOwnMachine() {
        var target = ObsTarget.ofStreamer(settings("localhost", obs.port()), false);

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() -> new WebSocketObsConnector(target).connect(DEAF))
                .withMessageContaining("localhost is inside a network")
                .withMessageContaining("OBS_PRIVATE_HOSTS");
        assertThat(obs.clients()).isZero();
    }

    @Test
    void letsAStreamerInWhenTheOperatorDoes() throws Exception {
        var target = ObsTarget.ofStreamer(settings("127.0.0.1", obs.port()), true);

        try (var connection = new WebSocketObsConnector(target).connect(DEAF)) {
            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }
    }

    @Test
    void letsNobodyIntoTheMetadataOfACloud() {
        var target = ObsTarget.ofStreamer(settings("169.254.169.254", 80), true);

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() -> new WebSocketObsConnector(target).connect(DEAF))
                .withMessageContaining("is inside a network");
    }

    @Test
    void looksAtWhatANameMeansAndNotAtTheName() {
        var target = ObsTarget.ofStreamer(settings("innocent.example", obs.port()), false);
        var connector = new WebSocketObsConnector(target, meaning("127.0.0.1"));

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() -> connector.connect(DEAF))
                .withMessageNotContaining("127.0.0.1");
        assertThat(obs.clients()).isZero();
    }

    /// A name server that answers differently the second time would lead past the check.
    @Test
    void connectsToTheAddressThatItChecked() throws Exception {
        var target = ObsTarget.ofStreamer(settings("obs.example", obs.port()), true);
        var connector = new WebSocketObsConnector(target, meaning("127.0.0.1"));

        try (var connection = connector.connect(DEAF)) {
            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }

        assertThat(asked).containsExactly("obs.example");
    }

    @Test
    void takesTheAddressAtWhichSomebodyAnswers() throws Exception {
        var target = ObsTarget.ofOperator(settings("obs.example", obs.port()));
        var connector = new WebSocketObsConnector(target, meaning("127.1.2.3", "127.0.0.1"));

        try (var connection = connector.connect(DEAF)) {
            assertThat(connection.look().scene()).isEqualTo("LIVE");
        }
    }

    @Test
    void usesOnlyTheAddressesWithinReach() throws Exception {
        var addresses = new ObsAddresses(ObsReach.PUBLIC_ONLY, meaning("10.0.0.1", "8.8.8.8"));

        assertThat(addresses.of("obs.example")).containsExactly(InetAddress.ofLiteral("8.8.8.8"));
    }

    @Test
    void countsEveryAddressOfThisMachineAsPrivate() throws Exception {
        var own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        for (var address : own.toList()) {
            var addresses =
                    new ObsAddresses(ObsReach.PUBLIC_ONLY, _ -> new InetAddress[] {address});

            assertThatExceptionOfType(ObsUnreachableException.class)
                    .isThrownBy(() -> addresses.of("obs.example"));
        }
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        var addresses =
                new ObsAddresses(
                        ObsReach.PUBLIC_ONLY,
                        host -> {
                            throw new UnknownHostException(host);
                        });

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() -> addresses.of("nowhere.example"))
                .withMessageContaining("there is no host nowhere.example");
    }

    /// Whoever is connected to could otherwise send the relay on, past every check.
    @Test
    void followsNoRedirect() throws IOException {
        var visited = new CopyOnWriteArrayList<String>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var port = server.getAddress().getPort();
        server.createContext(
                "/",
                exchange -> {
                    visited.add(exchange.getRequestURI().getPath());
                    exchange.getResponseHeaders()
                            .set("Location", "http://127.0.0.1:%d/inside".formatted(port));
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        try {
            var target = ObsTarget.ofOperator(settings("127.0.0.1", port));

            assertThatExceptionOfType(ObsUnreachableException.class)
                    .isThrownBy(() -> new WebSocketObsConnector(target).connect(DEAF));
            assertThat(visited).doesNotContain("/inside").isNotEmpty();
        } finally {
            server.stop(0);
        }
    }

    private ObsAddresses.Resolver meaning(String... literals) {
        return host -> {
            asked.add(host);
            return Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
    }

    private static ObsSettings settings(String host, int port) {
        return new ObsSettings(host, port, "", SceneRules.DEFAULT);
    }
}
