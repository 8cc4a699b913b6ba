package net.ratonet.relay.store;

import java.time.Instant;
import java.util.Optional;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.StationKey;
import org.jspecify.annotations.Nullable;

/// A line of `station_keys` as it lies in the database. Public for Jdbi, which reads and makes it
/// by reflection.
public record StationKeyRow(
        String id,
        String streamerId,
        String name,
        String keyHash,
        String createdAt,
        @Nullable String lastSeenAt) {

    static StationKeyRow of(String streamerId, StationKey key) {
        return new StationKeyRow(
                key.id(),
                streamerId,
                key.name(),
                key.key().hex(),
                key.createdAt().toString(),
                key.lastSeen().map(Instant::toString).orElse(null));
    }

    StationKey open() {
        return new StationKey(
                id,
                name,
                new KeyHash(keyHash),
                Instant.parse(createdAt),
                Optional.ofNullable(lastSeenAt).map(Instant::parse));
    }

    @Override
    public String toString() {
        return "StationKeyRow[%s]".formatted(id);
    }
}
