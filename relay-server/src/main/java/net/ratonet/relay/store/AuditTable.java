package net.ratonet.relay.store;

import java.time.Instant;
import java.util.List;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditEvent;
import org.jdbi.v3.core.Handle;

/// The SQL of `audit`.
final class AuditTable {

    private AuditTable() {}

    /// Answers the id of the new line.
    static long insert(Handle handle, long atMs, AuditEvent event) {
        return handle.createQuery(
                        """
                        INSERT INTO audit (at_ms, actor, action, subject, address, outcome)
                        VALUES (:atMs, :actor, :action, :subject, :address, :outcome)
                        RETURNING id
                        """)
                .bind("atMs", atMs)
                .bindMethods(event)
                .mapTo(Long.class)
                .one();
    }

    /// Forgets the oldest lines of one action and outcome only: failed logins, which anybody can
    /// cause, must not push out what an admin did, nor the login that succeeded at last.
    static void keepNewest(Handle handle, AuditEvent kind, int most) {
        handle.createUpdate(
                        """
                        DELETE FROM audit
                        WHERE action = :action AND outcome = :outcome AND id <= (
                            SELECT id FROM audit WHERE action = :action AND outcome = :outcome
                            ORDER BY id DESC LIMIT 1 OFFSET :most)
                        """)
                .bindMethods(kind)
                .bind("most", most)
                .execute();
    }

    static List<AuditEntry> page(Handle handle, long beforeId, int most) {
        return handle.createQuery(
                        "SELECT * FROM audit WHERE id < :before ORDER BY id DESC LIMIT :most")
                .bind("before", beforeId)
                .bind("most", most)
                .map((row, _) ->
                        new AuditEntry(
                                row.getLong("id"),
                                Instant.ofEpochMilli(row.getLong("at_ms")),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("address"),
                                row.getString("outcome")))
                .list();
    }
}
