package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.channel.AssetKind;
import net.ratonet.relay.channel.SampleAssets;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SlateApiTest {

    private static final String PATH = "/api/me/slate-assets";

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
    void keepsAnImageAndGivesItBack() throws IOException {
        var image = SampleAssets.of(AssetKind.PNG);

        var kept = upload(PATH + "?label=Volto%20j%C3%A1", image, ana);
        var fetched = world.get(PATH + "/" + kept.json().path("id").asString(), ana);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().path("label").asString()).isEqualTo("Volto já");
        assertThat(kept.json().path("kind").asString()).isEqualTo("png");
        assertThat(fetched.raw().body()).isEqualTo(image);
        assertThat(fetched.header("Content-Type")).isEqualTo("image/png");
        assertThat(fetched.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(world.get(PATH, ana).json().path("assets")).hasSize(1);
    }

    /// names from outside are no names of files, and what a sender says of the content counts
    /// for nothing.
    @Test
    void writesNowhereElseWhateverItIsCalled() throws IOException {
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        var named =
                upload(PATH + "?label=..%2F..%2Fdata%2Fx.png", SampleAssets.of(AssetKind.PNG), ana);
        var evil = upload(PATH + "?label=evil.html", page, with(ana, "Content-Type", "image/png"));

        assertThat(named.status()).isEqualTo(200);
        assertThat(evil.status()).isEqualTo(415);
        assertThat(filesOutside()).isEmpty();
        assertThat(world.get(PATH, ana).json().path("assets")).hasSize(1);
    }

    @Test
    void findsNothingByATrickyId() throws IOException {
        upload(PATH, SampleAssets.of(AssetKind.PNG), ana);

        for (var id : List.of("..%2F..%2Fetc%2Fpasswd", "0000000000000000", "%00", "x.png")) {
            for (var verb : List.of("GET", "DELETE")) {
                var reply =
                        new RawHttp(world.port)
                                .exchange(
                                        "%s %s/%s HTTP/1.1".formatted(verb, PATH, id),
                                        "Host: relay",
                                        "Connection: close",
                                        "Authorization: Bearer " + registered.apiKey());
                assertThat(reply).as(verb + " " + id).containsPattern("^HTTP/1.1 40[04] ");
            }
        }
    }

    @Test
    void stopsAnImageThatIsTooLarge() throws IOException {
        var image = Arrays.copyOf(SampleAssets.of(AssetKind.PNG), 9_000_000);

        var reply = upload(PATH, image, ana);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.detail()).contains("8 MB");
        assertThat(files()).isEmpty();
    }

    @Test
    void stopsAClipBeyondTheShareAndSaysWhatIsLeft() throws IOException {
        var clip = SampleAssets.clip(MediaWorld.QUOTA - 1_000_000);
        upload(PATH, clip, ana);

        var second = upload(PATH, SampleAssets.clip(1_500_000), ana);

        assertThat(second.status()).isEqualTo(413);
        assertThat(second.detail()).contains("1.0 MB are left");
        assertThat(world.get(PATH, ana).json().path("assets")).hasSize(1);
    }

    @Test
    void refusesAHugeUploadBeforeItIsSent() throws IOException {
        var head =
                "POST %s HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer %s\r\nContent-Length: 900000000\r\n\r\n"
                        .formatted(PATH, registered.apiKey());
        try (var socket = new RawHttp(world.port).connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheSenderBreaksOff() throws IOException {
        var head =
                "POST %s HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer %s\r\nContent-Length: 5000\r\n\r\n"
                        .formatted(PATH, registered.apiKey());
        try (var socket = new RawHttp(world.port).connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(SampleAssets.clip(2_000));
        }

        var reply =
                Await.value(
                        "the next upload is taken",
                        () ->
                                Optional.of(upload(PATH, SampleAssets.clip(2_000), ana))
                                        .filter(next -> next.status() != 409));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(world.get(PATH, ana).json().path("assets")).hasSize(1);
    }

    @Test
    void takesNothingFromStrangers() throws IOException {
        var zoe = TestAccounts.register(world.accounts, "zoe").apiKey();
        var image = SampleAssets.of(AssetKind.PNG);

        assertThat(upload(PATH, image).status()).isEqualTo(422);
        assertThat(upload(PATH, image, bearer("wrong")).status()).isEqualTo(401);
        assertThat(upload(PATH, image, bearer(zoe)).status()).isEqualTo(403);
        assertThat(files()).isEmpty();
    }

    @Test
    void showsMineToMeAlone() throws IOException {
        var bia = bearer(world.approved("bia").apiKey());
        var id = upload(PATH, SampleAssets.of(AssetKind.PNG), ana).json().path("id").asString();

        assertThat(world.get(PATH + "/" + id, bia).status()).isEqualTo(404);
        assertThat(world.delete(PATH + "/" + id, bia).status()).isEqualTo(404);
        assertThat(world.get(PATH, bia).json().path("assets")).isEmpty();
        var slate = "{\"slate\":{\"picture\":\"image\",\"assets\":[\"%s\"]}}".formatted(id);
        assertThat(world.put("/api/me/channel", slate, bia).status()).isEqualTo(422);
    }

    @Test
    void removesWhatTheSlateDoesNotShow() throws IOException {
        var id = upload(PATH, SampleAssets.of(AssetKind.PNG), ana).json().path("id").asString();
        var slate = "{\"slate\":{\"picture\":\"image\",\"assets\":[\"%s\"]}}".formatted(id);
        var chosen = world.put("/api/me/channel", slate, ana);

        var whileShown = world.delete(PATH + "/" + id, ana);
        world.put("/api/me/channel", "{\"slate\":{\"picture\":\"standard\"}}", ana);
        var afterwards = world.delete(PATH + "/" + id, ana);

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(whileShown.status()).isEqualTo(409);
        assertThat(afterwards.status()).isEqualTo(200);
        assertThat(files()).isEmpty();
    }

    private WebWorld.Reply upload(String path, byte[] content, String... headers)
            throws IOException {
        return world.send(world.request(path, headers).POST(BodyPublishers.ofByteArray(content)));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(world.media.folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> filesOutside() throws IOException {
        try (var files = Files.walk(world.media.folder, 1)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        return new String[] {headers[0], headers[1], name, value};
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
