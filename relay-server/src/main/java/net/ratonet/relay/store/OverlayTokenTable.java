package net.ratonet.relay.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The SQL of `overlay_tokens`.
final class OverlayTokenTable {

    private OverlayTokenTable() {}

    static List<OverlayTokenRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM overlay_tokens ORDER BY created_at, id")
                .map(ConstructorMapper.of(OverlayTokenRow.class))
                .list();
    }

    /// Makes the tokens of one streamer these; what is there already stays as it is.
    static void replace(Handle handle, String streamerId, List<OverlayTokenRow> rows) {
        var stale =
                handle.createQuery("SELECT id FROM overlay_tokens WHERE streamer_id = :streamer")
                        .bind("streamer", streamerId)
                        .mapTo(String.class)
                        .list();
        stale.removeAll(rows.stream().map(OverlayTokenRow::id).toList());
        stale.forEach(id -> handle.execute("DELETE FROM overlay_tokens WHERE id = ?", id));
        rows.forEach(row -> insert(handle, row));
    }

    private static void insert(Handle handle, OverlayTokenRow row) {
        handle.createUpdate(
                        """
                        INSERT INTO overlay_tokens
                            (id, streamer_id, label, scopes, token, created_at)
                        VALUES (:id, :streamerId, :label, :scopes, :token, :createdAt)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bindMethods(row)
                .execute();
    }
}
