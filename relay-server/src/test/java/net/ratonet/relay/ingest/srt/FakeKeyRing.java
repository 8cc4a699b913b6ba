package net.ratonet.relay.ingest.srt;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.telemetry.StreamerId;

/// Knows the keys that a test gives out.
final class FakeKeyRing implements KeyRing {

    static final Duration LATENCY = Duration.ofMillis(200);

    private final Map<String, PublishRight> publishing = new ConcurrentHashMap<>();
    private final Map<String, PlayRight> playing = new ConcurrentHashMap<>();

    FakeKeyRing publisher(String key, String streamer, Optional<String> passphrase) {
        return publisher(key, streamer, passphrase, false);
    }

    FakeKeyRing encryptedOnly(String key, String streamer, Optional<String> passphrase) {
        return publisher(key, streamer, passphrase, true);
    }

    FakeKeyRing player(String token, String streamer, Optional<String> passphrase) {
        playing.put(
                token,
                new PlayRight(
                        new StreamerId(streamer), "of-" + streamer, false, passphrase, LATENCY));
        return this;
    }

    private FakeKeyRing publisher(
            String key, String streamer, Optional<String> passphrase, boolean encryptedOnly) {
        var right =
                new PublishRight(
                        new StreamerId(streamer),
                        passphrase,
                        encryptedOnly,
                        LATENCY,
                        LATENCY.multipliedBy(4));
        publishing.put(key, right);
        return this;
    }

    @Override
    public Optional<PublishRight> publish(String key) {
        return Optional.ofNullable(publishing.get(key));
    }

    @Override
    public Optional<PlayRight> play(String key) {
        return Optional.ofNullable(playing.get(key));
    }
}
