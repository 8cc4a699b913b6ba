package net.ratonet.relay.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The SQL of `station_keys`.
final class StationKeyTable {

    private StationKeyTable() {}

    static List<StationKeyRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM station_keys ORDER BY created_at, id")
                .map(ConstructorMapper.of(StationKeyRow.class))
                .list();
    }

    /// Makes the keys of one streamer these. Of one that is there already, only the last time it
    /// was seen can change.
    static void replace(Handle handle, String streamerId, List<StationKeyRow> rows) {
        var stale =
                handle.createQuery("SELECT id FROM station_keys WHERE streamer_id = :streamer")
                        .bind("streamer", streamerId)
                        .mapTo(String.class)
                        .list();
        stale.removeAll(rows.stream().map(StationKeyRow::id).toList());
        stale.forEach(id -> handle.execute("DELETE FROM station_keys WHERE id = ?", id));
        rows.forEach(row -> insert(handle, row));
    }

    private static void insert(Handle handle, StationKeyRow row) {
        handle.createUpdate(
                        """
                        INSERT INTO station_keys
                            (id, streamer_id, name, key_hash, created_at, last_seen_at)
                        VALUES (:id, :streamerId, :name, :keyHash, :createdAt, :lastSeenAt)
                        ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at
                        """)
                .bindMethods(row)
                .execute();
    }
}
