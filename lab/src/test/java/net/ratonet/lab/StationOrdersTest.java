package net.ratonet.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.RelayClient;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Orders from the relay's API to a station in the field and back, both as processes.
@Tag("linux")
@Timeout(180)
final class StationOrdersTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OWN = "/api/me/station/orders";
    private static final String ADMIN = "correct-horse-battery";

    @TempDir private Path folder;

    private RelayProcess relay;
    private RelayClient client;
    private String id;
    private String key;
    private Child station;

    @BeforeEach
    void start() throws IOException {
        relay =
                RelayProcess.start(
                        Checkout.here(),
                        folder,
                        program -> RelayProcess.withMedia(program, 0).with("ADMIN_TOKEN", ADMIN),
                        _ -> {});
        client = new RelayClient(relay.url());
        var account = client.register("Ana", "ana@example.org");
        id = account.path("id").asString();
        key = account.path("api_key").asString();
        station = startStation();
    }

    @AfterEach
    void stop() {
        station.close();
        client.close();
        relay.close();
    }

    @Test
    void areCarriedOutOrAnsweredWithTheReason() throws IOException {
        Await.until("the station answers a ping", SOON, this::isThere);

        var aimed = order("{\"action\":\"bitrate\",\"kbps\":1800}");
        var muted = order("{\"action\":\"mute\"}");

        assertThat(aimed.path("message").asString()).isEqualTo("aiming at 1800 kbit/s");
        assertThat(muted.path("message").asString()).isEqualTo("muted");
        assertThatThrownBy(() -> order("{\"action\":\"restart_encoder\"}"))
                .hasMessageContaining("409")
                .hasMessageContaining("not live");
        assertThatThrownBy(() -> order("{\"action\":\"stop\",\"role\":\"moderator\"}"))
                .hasMessageContaining("only the streamer may do that");
    }

    @Test
    void ofTheOperatorAreThoseOfAModerator() throws IOException {
        Await.until("the station answers a ping", SOON, this::isThere);
        var path = "/api/admin/streamers/%s/station/orders".formatted(id);

        var slate = client.post(path, ADMIN, "{\"action\":\"slate\",\"on\":true}");

        assertThat(slate.path("message").asString()).isEqualTo("the slate is on");
        assertThatThrownBy(() -> client.post(path, ADMIN, "{\"action\":\"live\"}"))
                .hasMessageContaining("only the streamer may do that");
        assertThat(client.get("/api/admin/audit", ADMIN).path("entries").toString())
                .contains("station.slate", "station.live", "refused");
    }

    @Test
    void endWithAClearWordWhenTheStationIsGone() throws IOException {
        Await.until("the station answers a ping", SOON, this::isThere);

        station.close();

        Await.until("the relay knows", SOON, () -> !isThere());
        assertThatThrownBy(() -> order("{\"action\":\"ping\"}"))
                .hasMessageContaining("no station is connected");
    }

    private boolean isThere() {
        try {
            return order("{\"action\":\"ping\"}").path("message").asString().equals("here");
        } catch (IOException notYet) {
            return false;
        }
    }

    private ObjectNode order(String body) throws IOException {
        return client.post(OWN, key, body);
    }

    private Child startStation() throws IOException {
        var program =
                Checkout.here()
                        .program(
                                "station",
                                "desktop-station",
                                List.of("--headless", "--video", "testsrc"))
                        .with(
                                "FIELD_SERVER_WS_URL",
                                "ws://127.0.0.1:%d/ws/field".formatted(relay.url().getPort()))
                        .with("FIELD_STREAMER_ID", id)
                        .with("FIELD_API_KEY", key)
                        .with("FIELD_CONTROL_PORT", "0")
                        .with("FIELD_GPS_DEVICE", "off")
                        .with("FIELD_STARLINK_ADDR", "off")
                        .with("FIELD_MODEMS", "false");
        return Child.start(program, folder, _ -> {});
    }
}
