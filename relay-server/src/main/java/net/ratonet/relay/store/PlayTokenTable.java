package net.ratonet.relay.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The SQL of `play_tokens`.
final class PlayTokenTable {

    private PlayTokenTable() {}

    static List<PlayTokenRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM play_tokens ORDER BY created_at, id")
                .map(ConstructorMapper.of(PlayTokenRow.class))
                .list();
    }

    /// Makes the tokens of one streamer these; what is there already stays as it is.
    static void replace(Handle handle, String streamerId, List<PlayTokenRow> rows) {
        var stale =
                handle.createQuery("SELECT id FROM play_tokens WHERE streamer_id = :streamer")
                        .bind("streamer", streamerId)
                        .mapTo(String.class)
                        .list();
        stale.removeAll(rows.stream().map(PlayTokenRow::id).toList());
        stale.forEach(id -> handle.execute("DELETE FROM play_tokens WHERE id = ?", id));
        rows.forEach(row -> insert(handle, row));
    }

    private static void insert(Handle handle, PlayTokenRow row) {
        handle.createUpdate(
                        """
                        INSERT INTO play_tokens (id, streamer_id, label, slate, token, created_at)
                        VALUES (:id, :streamerId, :label, :slate, :token, :createdAt)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bindMethods(row)
                .execute();
    }
}
