package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChannelApiTest {

    private WebWorld world;
    private RegisterResult.Registered registered;
    private String[] ana;

    @BeforeEach
    void registerAna() throws IOException {
        world = WebWorld.open();
        registered = world.approved("ana");
        ana = bearer(registered.apiKey());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void showsSecretsOnlyWhereTheyAreAskedFor() throws IOException {
        world.put("/api/me/channel", "{\"passphrase\":\"correct-horse\"}", ana);

        var masked = world.get("/api/me/channel", ana);
        var full = world.get("/api/me/channel/full", ana);

        var key = full.json().path("publish_key").asString();
        assertThat(key).matches("live_[0-9a-f]{32}");
        assertThat(full.json().path("passphrase").asString()).isEqualTo("correct-horse");
        assertThat(masked.body()).doesNotContain(key, "correct-horse");
        assertThat(masked.json().path("publish_key").asString())
                .isEqualTo(key.substring(0, 9) + "***");
        assertThat(masked.json().path("passphrase_set").asBoolean()).isTrue();
        assertThat(full.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void showsMineToMeAlone() throws IOException {
        var bia = bearer(world.approved("bia").apiKey());
        var key = publishKey();

        assertThat(world.get("/api/me/channel/full", bia).body()).doesNotContain(key);
        assertThat(world.get("/api/me/channel/full", bearer("wrong")).status()).isEqualTo(401);
        assertThat(world.get("/api/me/channel/full").status()).isEqualTo(422);
        assertThat(world.get("/api/me/channel/full", bearer(WebWorld.ADMIN)).status())
                .isEqualTo(401);
    }

    @Test
    void changesOneThingAndLeavesTheRest() throws IOException {
        world.put("/api/me/channel", "{\"latency_ms\":300,\"autostart\":false}", ana);

        var reply = world.put("/api/me/channel", "{\"recording\":true}", ana).json();

        assertThat(reply.path("latency_ms").asInt()).isEqualTo(300);
        assertThat(reply.path("autostart").asBoolean()).isFalse();
        assertThat(reply.path("recording").asBoolean()).isTrue();
    }

    @Test
    void tellsTheDesksWhatHasChanged() throws IOException {
        world.put("/api/me/channel", "{\"recording\":true}", ana);
        world.put("/api/me/channel", "{\"recording\":true}", ana);
        world.put("/api/me/channel", "{\"autostart\":false}", ana);

        assertThat(world.media.doors.asked)
                .containsExactly("recording true " + id(), "destinations " + id());
    }

    @Test
    void namesTheFieldThatIsWrong() throws IOException {
        var latency = world.put("/api/me/channel", "{\"latency_ms\":9000}", ana);
        var passphrase = world.put("/api/me/channel", "{\"passphrase\":\"kurz\"}", ana);
        var picture =
                world.put(
                        "/api/me/channel",
                        "{\"slate\":{\"picture\":\"image\",\"assets\":[\"0123456789abcdef\"]}}",
                        ana);

        assertThat(latency.status()).isEqualTo(422);
        assertThat(latency.json().path("field").asString()).isEqualTo("latency_ms");
        assertThat(passphrase.json().path("field").asString()).isEqualTo("passphrase");
        assertThat(passphrase.body()).doesNotContain("kurz");
        assertThat(picture.json().path("field").asString()).isEqualTo("slate.assets");
    }

    @Test
    void saysThatNothingWasStored() throws IOException {
        var before = publishKey();
        world.media.store.broken(true);

        var change = world.put("/api/me/channel", "{\"recording\":true}", ana);
        var rotation = world.post("/api/me/channel/rotate-publish-key", "", ana);

        assertThat(change.status()).isEqualTo(503);
        assertThat(rotation.status()).isEqualTo(503);
        assertThat(world.media.doors.asked).isEmpty();
        assertThat(world.media.keys.publish(before)).isPresent();
    }

    @Test
    void rotatesThePublishKey() throws IOException {
        var before = publishKey();

        var after =
                world.post("/api/me/channel/rotate-publish-key", "", ana)
                        .json()
                        .path("publish_key")
                        .asString();

        assertThat(world.media.keys.publish(before)).isEmpty();
        assertThat(world.media.keys.publish(after)).isPresent();
    }

    @Test
    void tellsEncodersWhereToSend() throws IOException {
        world.put("/api/me/channel", "{\"passphrase\":\"correct-horse\",\"latency_ms\":250}", ana);

        var reply = world.get("/api/me/ingest", ana).json();

        var key = publishKey();
        assertThat(reply.path("srt_url").asString())
                .isEqualTo(
                        "srt://127.0.0.1:9000?streamid=publish/live/%s&latency=250000&passphrase=correct-horse&pbkeylen=16"
                                .formatted(key));
        assertThat(reply.path("srtla_url").asString())
                .startsWith("srtla://127.0.0.1:5001?streamid=publish/live/" + key);
        assertThat(reply.path("rtmp_url").asString()).isEqualTo("rtmp://127.0.0.1/live/" + key);
        assertThat(reply.path("encoders").valueStream().map(one -> one.path("name").asString()))
                .containsExactly("OBS", "OBS", "Moblin", "BELABOX", "Larix", "FFmpeg");
    }

    @Test
    void offersNoWayOverRtmpToWhoTakesOnlyWhatIsEncrypted() throws IOException {
        var body = "{\"passphrase\":\"correct-horse\",\"encrypted_only\":true}";
        var changed = world.put("/api/me/channel", body, ana);

        var reply = world.get("/api/me/ingest", ana).json();

        assertThat(changed.json().path("encrypted_only").asBoolean()).isTrue();
        assertThat(world.media.keys.publish(publishKey()).orElseThrow().encryptedOnly()).isTrue();
        assertThat(reply.path("rtmp_url").asString()).isEmpty();
        assertThat(reply.path("encoders").valueStream().map(one -> one.path("protocol").asString()))
                .containsExactly("srt", "srtla", "srtla", "srt", "srt");
    }

    @Test
    void takesNoWishForEncryptionWithoutAPassphrase() throws IOException {
        var zoe = bearer(TestAccounts.register(world.accounts, "zoe").apiKey());
        var both = "{\"passphrase\":\"correct-horse\",\"encrypted_only\":true}";

        var without = world.put("/api/me/channel", "{\"encrypted_only\":true}", zoe);
        var with = world.put("/api/me/channel", both, zoe);
        var removed = world.put("/api/me/channel", "{\"passphrase\":\"\"}", zoe);

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().path("field").asString()).isEqualTo("encrypted_only");
        assertThat(with.status()).isEqualTo(200);
        assertThat(removed.status()).isEqualTo(422);
    }

    @Test
    void makesLinksThatOpenPhoneApps() throws IOException {
        var encoders = world.get("/api/me/ingest", ana).json().path("encoders");

        var moblin = encoders.get(2).path("link").asString();
        var larix = encoders.get(4).path("link").asString();

        assertThat(moblin).startsWith("moblin://?%7B");
        var settings =
                URLDecoder.decode(moblin.substring("moblin://?".length()), StandardCharsets.UTF_8);
        assertThat(settings)
                .contains("\"url\":\"srtla://127.0.0.1:5001?streamid=publish/live/" + publishKey());
        assertThat(larix).startsWith("larix://set/v1?conn[][name]=RatoNet&");
        assertThat(URI.create(moblin).getScheme()).isEqualTo("moblin");
    }

    /// Registration is open to everybody.
    @Test
    void showsTheOperatorsPassphraseOnlyToThoseWhoWereApproved() throws IOException {
        var stranger = TestAccounts.register(world.accounts, "zoe").apiKey();

        var theirs = world.get("/api/me/ingest", bearer(stranger));
        var mine = world.get("/api/me/ingest", ana);

        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.body()).doesNotContain("operators-secret");
        assertThat(mine.json().path("passphrase").asString()).isEqualTo("operators-secret");
    }

    @Test
    void leavesNothingOfAnAccountThatIsRemoved() throws IOException {
        var key = publishKey();

        world.delete("/api/admin/streamers/" + id(), bearer(WebWorld.ADMIN));

        assertThat(world.media.keys.publish(key)).isEmpty();
        assertThat(world.media.channels.find(registered.account().id())).isEmpty();
        assertThat(world.media.doors.asked).contains("end " + id(), "forget " + id());
        assertThat(world.media.droppedPlayers).hasSize(1);
    }

    private String publishKey() throws IOException {
        return world.get("/api/me/channel/full", ana).json().path("publish_key").asString();
    }

    private String id() {
        return registered.account().id().value();
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
