package net.ratonet.relay.account;

import java.time.Instant;
import java.util.Optional;

/// The key of one station, which its owner can take back without disturbing the others. It reports
/// and asks like the account's own key, but has no say over keys.
public record StationKey(
        String id, String name, KeyHash key, Instant createdAt, Optional<Instant> lastSeen) {

    StationKey seen(Instant now) {
        return new StationKey(id, name, key, createdAt, Optional.of(now));
    }

    @Override
    public String toString() {
        return "StationKey[%s, %s]".formatted(id, name);
    }
}
