package net.ratonet.relay.store;

import java.time.Instant;
import java.util.List;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionEvent;
import net.ratonet.relay.telemetry.history.SessionId;
import org.jdbi.v3.core.Handle;

/// The SQL of `session_events`.
final class SessionEventTable {

    private SessionEventTable() {}

    static void insert(Handle handle, List<SessionBatch.Event> events) {
        var batch =
                handle.prepareBatch(
                        """
                        INSERT OR IGNORE INTO session_events (session_id, at_ms, kind, detail)
                        SELECT :session, :at, :kind, :detail
                        WHERE EXISTS (SELECT 1 FROM sessions WHERE id = :session)
                        """);
        for (var row : events) {
            batch.bind("session", row.session().value())
                    .bind("at", row.event().at().toEpochMilli())
                    .bind("kind", row.event().kind().name())
                    .bind("detail", row.event().detail())
                    .add();
        }
        batch.execute();
    }

    static List<SessionEvent> of(Handle handle, SessionId session) {
        return handle.createQuery(
                        "SELECT * FROM session_events WHERE session_id = :session ORDER BY at_ms")
                .bind("session", session.value())
                .map((row, _) ->
                        new SessionEvent(
                                Instant.ofEpochMilli(row.getLong("at_ms")),
                                SessionEvent.Kind.valueOf(row.getString("kind")),
                                row.getString("detail")))
                .list();
    }
}
