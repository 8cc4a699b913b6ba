package net.ratonet.relay.store;

import java.time.Instant;
import java.util.Optional;
import net.ratonet.relay.place.PlaceKey;
import net.ratonet.relay.privacy.PlaceName;
import org.jdbi.v3.core.Handle;

/// The SQL of `places`.
final class PlaceTable {

    private PlaceTable() {}

    static Optional<PlaceName> find(Handle handle, PlaceKey key, Instant keptAfter) {
        return handle.createQuery(
                        """
                        SELECT full_name, town FROM places
                        WHERE provider = :provider AND language = :language
                            AND lat_milli = :latMilli AND lng_milli = :lngMilli
                            AND kept_at_ms > :keptAfter
                        """)
                .bindMethods(key)
                .bind("keptAfter", keptAfter.toEpochMilli())
                .map((row, _) -> new PlaceName(row.getString("full_name"), row.getString("town")))
                .findOne();
    }

    static void upsert(Handle handle, PlaceKey key, PlaceName place, Instant at) {
        handle.createUpdate(
                        """
                        INSERT OR REPLACE INTO places (provider, language, lat_milli, lng_milli,
                            full_name, town, kept_at_ms)
                        VALUES (:provider, :language, :latMilli, :lngMilli, :full, :town, :at)
                        """)
                .bindMethods(key)
                .bindMethods(place)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    static void deleteBefore(Handle handle, Instant keptAt) {
        handle.createUpdate("DELETE FROM places WHERE kept_at_ms <= :keptAt")
                .bind("keptAt", keptAt.toEpochMilli())
                .execute();
    }
}
