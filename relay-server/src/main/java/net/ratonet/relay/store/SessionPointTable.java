package net.ratonet.relay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.telemetry.history.Keep;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.TrackPoint;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.jdbi.v3.core.Handle;

/// The SQL of `session_points`.
final class SessionPointTable {

    private SessionPointTable() {}

    /// A second that has a point keeps it, so that points which come twice are kept once.
    static void insert(Handle handle, List<SessionBatch.Point> points) {
        var batch =
                handle.prepareBatch(
                        """
                        INSERT OR IGNORE INTO session_points (session_id, at_s, keep, lat, lng,
                            speed_kmh, altitude_m, heading, satellites, fix)
                        SELECT :session, :at, :keep, :lat, :lng,
                            :speedKmh, :altitudeM, :heading, :satellites, :fix
                        WHERE EXISTS (SELECT 1 FROM sessions WHERE id = :session)
                        """);
        for (var row : points) {
            var fix = row.point().fix();
            batch.bind("session", row.session().value())
                    .bind("at", row.point().at().getEpochSecond())
                    .bind("keep", KeepCode.of(row.keep()))
                    .bind("lat", fix.lat())
                    .bind("lng", fix.lng())
                    .bind("speedKmh", fix.speedKmh())
                    .bind("altitudeM", fix.altitudeM())
                    .bind("heading", fix.heading())
                    .bind("satellites", fix.satellites())
                    .bind("fix", fix.fix().name())
                    .add();
        }
        batch.execute();
    }

    static List<TrackPoint> of(Handle handle, SessionId session) {
        return handle.createQuery(
                        "SELECT * FROM session_points WHERE session_id = :session ORDER BY at_s")
                .bind("session", session.value())
                .map((row, _) ->
                        new TrackPoint(Instant.ofEpochSecond(row.getLong("at_s")), fix(row)))
                .list();
    }

    /// Deletes some of the points that have outlived their keep. Returns how many.
    static int thin(Handle handle, Keep keep, Instant before, int most) {
        return handle.createUpdate(
                        """
                        DELETE FROM session_points WHERE (session_id, at_s) IN (
                            SELECT session_id, at_s FROM session_points
                            WHERE keep = %d AND at_s < :before LIMIT :most)
                        """
                                .formatted(KeepCode.of(keep)))
                .bind("before", before.getEpochSecond())
                .bind("most", most)
                .execute();
    }

    private static GeoFix fix(ResultSet row) throws SQLException {
        return new GeoFix(
                row.getDouble("lat"),
                row.getDouble("lng"),
                row.getDouble("speed_kmh"),
                row.getDouble("altitude_m"),
                row.getDouble("heading"),
                row.getInt("satellites"),
                FixKind.valueOf(row.getString("fix")));
    }
}
