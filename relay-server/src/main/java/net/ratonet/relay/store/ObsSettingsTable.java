package net.ratonet.relay.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The SQL of `obs_settings`.
final class ObsSettingsTable {

    private ObsSettingsTable() {}

    static List<ObsSettingsRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM obs_settings")
                .map(ConstructorMapper.of(ObsSettingsRow.class))
                .list();
    }

    /// False when there is no such streamer.
    static boolean upsert(Handle handle, ObsSettingsRow row) {
        return handle.createUpdate(
                                """
                                INSERT OR REPLACE INTO obs_settings
                                    (streamer_id, enabled, host, port, password, rules)
                                SELECT id, :enabled, :host, :port, :password, :rules
                                FROM streamers WHERE id = :streamerId
                                """)
                        .bindMethods(row)
                        .execute()
                == 1;
    }

    static void delete(Handle handle, String streamerId) {
        handle.createUpdate("DELETE FROM obs_settings WHERE streamer_id = :streamerId")
                .bind("streamerId", streamerId)
                .execute();
    }
}
