package net.ratonet.relay.store;

import java.time.Instant;
import java.util.List;
import net.ratonet.relay.telemetry.history.HealthSample;
import net.ratonet.relay.telemetry.history.Keep;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.shared.telemetry.HealthState;
import org.jdbi.v3.core.Handle;

/// The SQL of `session_health`.
final class SessionHealthTable {

    private SessionHealthTable() {}

    static void insert(Handle handle, List<SessionBatch.Health> samples) {
        var batch =
                handle.prepareBatch(
                        """
                        INSERT OR IGNORE INTO session_health (session_id, at_s, keep, score, state,
                            active_links, total_links, bitrate_kbps)
                        SELECT :session, :at, :keep, :score, :state,
                            :activeLinks, :totalLinks, :bitrateKbps
                        WHERE EXISTS (SELECT 1 FROM sessions WHERE id = :session)
                        """);
        for (var row : samples) {
            var sample = row.sample();
            batch.bind("session", row.session().value())
                    .bind("at", sample.at().getEpochSecond())
                    .bind("keep", KeepCode.of(row.keep()))
                    .bind("score", sample.score())
                    .bind("state", sample.state().name())
                    .bind("activeLinks", sample.activeLinks())
                    .bind("totalLinks", sample.totalLinks())
                    .bind("bitrateKbps", sample.bitrateKbps())
                    .add();
        }
        batch.execute();
    }

    static List<HealthSample> of(Handle handle, SessionId session) {
        return handle.createQuery(
                        "SELECT * FROM session_health WHERE session_id = :session ORDER BY at_s")
                .bind("session", session.value())
                .map((row, _) ->
                        new HealthSample(
                                Instant.ofEpochSecond(row.getLong("at_s")),
                                row.getInt("score"),
                                HealthState.valueOf(row.getString("state")),
                                row.getInt("active_links"),
                                row.getInt("total_links"),
                                row.getDouble("bitrate_kbps")))
                .list();
    }

    /// Deletes some of the samples that have outlived their keep. Returns how many.
    static int thin(Handle handle, Keep keep, Instant before, int most) {
        return handle.createUpdate(
                        """
                        DELETE FROM session_health WHERE (session_id, at_s) IN (
                            SELECT session_id, at_s FROM session_health
                            WHERE keep = %d AND at_s < :before LIMIT :most)
                        """
                                .formatted(KeepCode.of(keep)))
                .bind("before", before.getEpochSecond())
                .bind("most", most)
                .execute();
    }
}
