package net.ratonet.lab.process;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// A streamer of a running relay, as their own scripts would see their media.
public final class MediaClient implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final RelayClient relay;
    private final URI base;
    private final String id;
    private final String apiKey;

    private MediaClient(RelayClient relay, URI base, String id, String apiKey) {
        this.relay = relay;
        this.base = base;
        this.id = id;
        this.apiKey = apiKey;
    }

    /// A new streamer of a relay that lets everybody in.
    public static MediaClient registered(URI base) throws IOException {
        var relay = new RelayClient(base);
        var account = relay.register("Lab streamer", "lab@example.org");
        return new MediaClient(
                relay, base, account.path("id").asString(), account.path("api_key").asString());
    }

    public String id() {
        return id;
    }

    public String apiKey() {
        return apiKey;
    }

    public String publishKey() throws IOException {
        return relay.get("/api/me/channel/full", apiKey).path("publish_key").asString();
    }

    /// Everything the relay tells of the stream.
    public JsonNode media() throws IOException {
        return relay.get("/api/me/media", apiKey);
    }

    /// Where a player reads the stream as it came, without a slate.
    public URI playUrl() throws IOException {
        var token =
                relay.post("/api/me/play-tokens", apiKey, "{\"label\":\"lab\",\"slate\":false}");
        return base.resolve("/play/%s.ts?token=%s".formatted(id, token.path("token").asString()));
    }

    public void destinations(String json) throws IOException {
        relay.put("/api/me/destinations", apiKey, json);
    }

    /// Waits until media arrives.
    public void awaitStream(Duration patience) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (!media().path("live").asBoolean(false)) {
            if (System.nanoTime() > end) {
                throw new IOException("no media has reached the relay in time: " + media());
            }
            pause();
        }
    }

    @Override
    public void close() {
        relay.close();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
