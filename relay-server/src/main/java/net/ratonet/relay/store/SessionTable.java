package net.ratonet.relay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.telemetry.history.LiveSession;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.shared.telemetry.StreamerId;
import org.jdbi.v3.core.Handle;

/// The SQL of `sessions`.
final class SessionTable {

    /// The year 9999, for whom years still have four digits.
    private static final long MOST_SECONDS = 253_402_300_799L;

    private SessionTable() {}

    /// A session of a streamer whose account is gone is not kept.
    static void upsert(Handle handle, List<LiveSession> sessions) {
        var batch =
                handle.prepareBatch(
                        """
                        INSERT INTO sessions (id, streamer_id, started_at_ms, last_at_ms, over)
                        SELECT :id, :streamer, :startedAt, :lastAt, :over
                        WHERE EXISTS (SELECT 1 FROM streamers WHERE id = :streamer)
                        ON CONFLICT (id) DO UPDATE SET
                            last_at_ms = max(last_at_ms, excluded.last_at_ms), over = excluded.over
                        """);
        for (var session : sessions) {
            batch.bind("id", session.id().value())
                    .bind("streamer", session.streamer().value())
                    .bind("startedAt", session.startedAt().toEpochMilli())
                    .bind("lastAt", session.lastAt().toEpochMilli())
                    .bind("over", session.over())
                    .add();
        }
        batch.execute();
    }

    static List<LiveSession> unfinished(Handle handle) {
        return handle.createQuery("SELECT * FROM sessions WHERE over = 0 ORDER BY last_at_ms")
                .map((row, _) -> session(row))
                .list();
    }

    static List<LiveSession> page(Handle handle, StreamerId streamer, Instant before, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM sessions
                        WHERE streamer_id = :streamer AND started_at_ms < :before
                        ORDER BY started_at_ms DESC LIMIT :most
                        """)
                .bind("streamer", streamer.value())
                .bind("before", bounded(before))
                .bind("most", most)
                .map((row, _) -> session(row))
                .list();
    }

    static Optional<LiveSession> find(Handle handle, StreamerId streamer, SessionId id) {
        return handle.createQuery(
                        "SELECT * FROM sessions WHERE id = :id AND streamer_id = :streamer")
                .bind("id", id.value())
                .bind("streamer", streamer.value())
                .map((row, _) -> session(row))
                .findOne();
    }

    /// Deletes one session that ended before a time, with all that belongs to it. One at a time, so
    /// that other writers need not wait for a year of history. Returns how many there were.
    static int deleteOneBefore(Handle handle, Instant oldest) {
        return handle.createUpdate(
                        """
                        DELETE FROM sessions WHERE id = (
                            SELECT id FROM sessions WHERE over = 1 AND last_at_ms < :oldest LIMIT 1)
                        """)
                .bind("oldest", oldest.toEpochMilli())
                .execute();
    }

    /// A person may ask for any time, also for one beyond what milliseconds can say.
    private static long bounded(Instant time) {
        return Math.clamp(time.getEpochSecond(), -MOST_SECONDS, MOST_SECONDS) * 1_000
                + time.getNano() / 1_000_000;
    }

    private static LiveSession session(ResultSet row) throws SQLException {
        return new LiveSession(
                new SessionId(row.getLong("id")),
                new StreamerId(row.getString("streamer_id")),
                Instant.ofEpochMilli(row.getLong("started_at_ms")),
                Instant.ofEpochMilli(row.getLong("last_at_ms")),
                row.getBoolean("over"));
    }
}
