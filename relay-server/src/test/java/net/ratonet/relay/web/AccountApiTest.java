package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void registersWithEverythingThatOldScriptsRead() throws IOException {
        var reply = world.post("/api/register", "{\"name\":\"Bia\",\"email\":\"bia@example.org\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "api_key", "pull_key", "approved", "server_url", "message");
        assertThat(reply.json().path("api_key").asString()).startsWith("rn_");
        assertThat(reply.json().path("pull_key").asString()).startsWith("pk_");
        assertThat(reply.json().path("approved").asBoolean()).isFalse();
        assertThat(reply.json().path("server_url").asString()).isEqualTo("ws://relay/ws/field");
    }

    @Test
    void refusesAnEMailThatIsTaken() throws IOException {
        var body = "{\"name\":\"Bia\",\"email\":\"bia@example.org\"}";
        world.post("/api/register", body);

        var reply = world.post("/api/register", body);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body()).isEqualTo("{\"detail\":\"Email já cadastrado\"}");
    }

    @Test
    void namesTheFieldOfARegistrationThatIsWrong() throws IOException {
        var missing = world.post("/api/register", "{\"name\":\"Bia\"}");
        var wrong = world.post("/api/register", "{\"name\":7,\"email\":\"b@example.org\"}");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.detail()).isEqualTo("email is missing");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("field").asString()).isEqualTo("name");
    }

    @Test
    void tellsAMissingKeyFromAnEmptyAndAWrongOne() throws IOException {
        var missing = world.get("/api/me");
        var empty = world.get("/api/me?api_key=");
        var wrong = world.get("/api/me?api_key=rn_nobody");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.detail()).isEqualTo("api_key is missing");
        assertThat(empty.status()).isEqualTo(401);
        assertThat(empty.detail()).isEqualTo("API key obrigatória");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.detail()).isEqualTo("API key inválida");
    }

    @Test
    void prefersTheKeyInTheHeader() throws IOException {
        var ana = world.approved("ana");

        var header = world.get("/api/me?api_key=wrong", "Authorization", "Bearer " + ana.apiKey());
        var wrong = world.get("/api/me?api_key=" + ana.apiKey(), "Authorization", "Bearer wrong");

        assertThat(header.status()).isEqualTo(200);
        assertThat(wrong.status()).isEqualTo(401);
    }

    @Test
    void showsTheOwnProfileWithoutTheApiKey() throws IOException {
        var ana = world.approved("ana");

        var profile = world.get("/api/me?api_key=" + ana.apiKey());

        assertThat(profile.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "email",
                        "avatar_url",
                        "color",
                        "is_crown",
                        "socials",
                        "pull_key",
                        "config",
                        "approved",
                        "created_at",
                        "is_live");
        assertThat(profile.json().path("pull_key").asString()).isEqualTo(ana.pullKey());
        assertThat(profile.body()).doesNotContain(ana.apiKey());
    }

    @Test
    void addsPositionHardwareAndHealthWhileLive() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send("{\"type\":\"gps\",\"data\":{\"lat\":1,\"lng\":2}}");
        agent.send("{\"type\":\"hardware\",\"data\":{\"cpu_percent\":40}}");
        Await.until("the profile has the hardware", () -> profile(ana.apiKey()).has("hardware"));

        var profile = profile(ana.apiKey());

        assertThat(profile.path("is_live").asBoolean()).isTrue();
        assertThat(profile.path("gps").path("lat").asDouble()).isEqualTo(1);
        assertThat(profile.has("health")).isTrue();
    }

    private JsonNode profile(String key) {
        try {
            return world.get("/api/me?api_key=" + key).json();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void changesTheFieldsThatAreGiven() throws IOException {
        var ana = world.approved("ana");

        var reply =
                world.put(
                        "/api/me?api_key=" + ana.apiKey(),
                        "{\"name\":\"Ana Lua\",\"color\":\"#00ff00\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("updated").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("name", "color");
        assertThat(profile(ana.apiKey()).path("name").asString()).isEqualTo("Ana Lua");
    }

    @Test
    void refusesAChangeOfNothing() throws IOException {
        var ana = world.approved("ana");

        var reply = world.put("/api/me?api_key=" + ana.apiKey(), "{}");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void writesTheAgentsSettingsReadyToPaste() throws IOException {
        var ana = world.approved("ana");

        var config = world.get("/api/me/config?api_key=" + ana.apiKey()).json();

        assertThat(config.path("streamer_id").asString()).isEqualTo(ana.account().id().value());
        assertThat(config.path("api_key").asString()).isEqualTo(ana.apiKey());
        assertThat(config.path("env_content").asString())
                .isEqualTo(
                        """
                        FIELD_SERVER_WS_URL=ws://relay/ws/field
                        FIELD_STREAMER_ID=%s
                        FIELD_API_KEY=%s
                        FIELD_TELEMETRY_INTERVAL_S=1.0
                        FIELD_GPS_DEVICE=localhost:2947
                        FIELD_STARLINK_ADDR=192.168.100.1:9200
                        """
                                .formatted(ana.account().id(), ana.apiKey()));
    }

    @Test
    void takesSocialsAsOldScriptsSendThem() throws IOException {
        var registered =
                world.post(
                        "/api/register",
                        """
                        {"name":"Bia","email":"b@example.org",
                         "socials":["@bia","https://twitch.tv/bia"]}\
                        """);

        var profile = profile(registered.json().path("api_key").asString());

        assertThat(profile.path("socials").valueStream().map(JsonNode::asString))
                .containsExactly("@bia", "https://twitch.tv/bia");
    }
}
