package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.station.config.RelayConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole uplink against a real WebSocket server on loopback.
final class UplinkTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Path folder;
    private final TinyRelay relay;
    private final Uplink uplink;

    UplinkTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        relay = new TinyRelay();
        uplink = uplinkTo(relay.port());
    }

    @BeforeEach
    void start() {
        uplink.start();
    }

    @AfterEach
    void close() throws IOException {
        uplink.close();
        relay.close();
    }

    @Test
    void carriesTheKeyInAHeaderAndNeverInTheAddress() throws Exception {
        var station = relay.awaitConnection();

        assertThat(station.requestLine())
                .matches("GET /ws/field/ana\\?orders=1&station=[0-9a-f]{8} HTTP/1.1");
        assertThat(station.requestHeader("Authorization")).isEqualTo("Bearer the-key");
    }

    @Test
    void callsItselfTheSameWhenItComesBack() throws Exception {
        var first = relay.awaitConnection();
        awaitState(UplinkState.Online.class::isInstance);

        first.cut();

        assertThat(relay.awaitConnection().requestLine()).isEqualTo(first.requestLine());
    }

    @Test
    void reportsReadingsWithTheirOwnTime() throws Exception {
        var station = relay.awaitConnection();

        uplink.offer(List.of(position(0)));

        assertThat(station.awaitText("gps"))
                .contains("\"streamer_id\":\"ana\"")
                .contains("\"timestamp\":\"2026-01-01T12:00:00Z\"")
                .contains("\"lat\":-23.5");
    }

    @Test
    void saysHowTheStreamIsDoing() throws Exception {
        var station = relay.awaitConnection();

        assertThat(station.awaitText("stream_status")).contains("\"state\":\"idle\"");
    }

    @Test
    void answersOrders() throws Exception {
        var station = relay.awaitConnection();

        station.send("{\"type\":\"command\",\"data\":{\"id\":\"5\",\"action\":\"ping\"}}");
        assertThat(station.awaitText("command_result")).contains("\"id\":\"5\"", "\"done\":true");

        station.send("{\"type\":\"command\",\"data\":{\"id\":\"6\",\"action\":\"fly\"}}");
        assertThat(station.awaitText("command_result"))
                .contains("\"id\":\"6\"", "\"done\":false", "unknown");
    }

    @Test
    void keepsTheConnectionWhenTheRelaySendsNonsense() throws Exception {
        var station = relay.awaitConnection();

        station.send("no json");
        station.send("{\"type\":\"gps\",\"data\":{\"lat\":1,\"lng\":2}}");
        station.send("{\"type\":\"command\",\"data\":{\"id\":\"5\",\"action\":\"ping\"}}");

        assertThat(station.awaitText("command_result")).contains("\"done\":true");
    }

    @Test
    void deliversInOrderWhatWasMeasuredWhileTheConnectionWasGone() throws Exception {
        var first = relay.awaitConnection();
        uplink.offer(List.of(position(0)));
        first.awaitText("12:00:00Z");

        first.cut();
        awaitState(UplinkState.Waiting.class::isInstance);
        uplink.offer(List.of(position(1)));
        uplink.offer(List.of(position(2)));
        var second = relay.awaitConnection();
        awaitState(UplinkState.Online.class::isInstance);
        uplink.offer(List.of(position(3)));

        // The first may have been confirmed before the cut; then it does not come again.
        var next = second.awaitText("gps");
        if (next.contains("12:00:00Z")) {
            next = second.awaitText("gps");
        }
        assertThat(next).contains("12:00:01Z");
        assertThat(second.awaitText("gps")).contains("12:00:02Z");
        assertThat(second.awaitText("gps")).contains("12:00:03Z");
    }

    @Test
    void saysInPlainWordsWhyTheRelayHungUp() throws Exception {
        var station = relay.awaitConnection();
        awaitState(UplinkState.Online.class::isInstance);

        station.close(4_003);

        awaitState(state -> reason(state).contains("not approved"));
    }

    @Test
    void saysInPlainWordsThatTheRelayCannotBeReached() throws Exception {
        var port = relay.port();
        relay.close();
        try (var lonely = uplinkTo(port)) {
            lonely.start();

            var reason =
                    awaitState(lonely, state -> reason(state).startsWith("the relay cannot be"));

            assertThat(reason).isInstanceOf(UplinkState.Waiting.class);
        }
    }

    @Test
    void saysInPlainWordsThatTheRelayRefuses() throws Exception {
        relay.refuseWith(404);
        try (var unwanted = uplinkTo(relay.port())) {
            unwanted.start();

            awaitState(unwanted, state -> reason(state).contains("FIELD_SERVER_WS_URL"));
        }
    }

    @Test
    void comesBackToARelayThatWasRestarted() throws Exception {
        var first = relay.awaitConnection();
        var port = relay.port();
        awaitState(UplinkState.Online.class::isInstance);
        first.cut();
        relay.close();

        try (var restarted = new TinyRelay(port)) {
            assertThat(restarted.awaitConnection().awaitText("stream_status")).isNotEmpty();
        }
    }

    private static String reason(UplinkState state) {
        return state instanceof UplinkState.Waiting waiting ? waiting.reason() : "";
    }

    private UplinkState awaitState(Predicate<UplinkState> reached) throws Exception {
        return awaitState(uplink, reached);
    }

    private static UplinkState awaitState(Uplink uplink, Predicate<UplinkState> reached)
            throws Exception {
        var arrival = new CompletableFuture<UplinkState>();
        try (var _ =
                uplink.state()
                        .subscribe(state -> {
                            if (reached.test(state)) {
                                arrival.complete(state);
                            }
                        })) {
            return arrival.get(20, TimeUnit.SECONDS);
        }
    }

    private Uplink uplinkTo(int port) {
        return new Uplink(
                new RelayConfig(
                        URI.create("ws://127.0.0.1:" + port + "/ws/field"),
                        new StreamerId("ana"),
                        "the-key"),
                folder,
                OrderDeskTest.idleDesk(),
                () -> Map.of("state", "idle"),
                Ticker.system(),
                InstantSource.system());
    }

    private static Report position(int second) {
        return new Report(
                NOON.plusSeconds(second), new GeoFix(-23.5, -46.6, 3, 4, 5, 6, FixKind.THREE_D));
    }
}
