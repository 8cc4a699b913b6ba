package net.ratonet.relay.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The SQL of `channels`.
final class ChannelTable {

    private ChannelTable() {}

    static List<ChannelRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM channels")
                .map(ConstructorMapper.of(ChannelRow.class))
                .list();
    }

    /// False when there is no such streamer.
    static boolean upsert(Handle handle, ChannelRow row) {
        return handle.createUpdate(
                                """
                                INSERT INTO channels (streamer_id, publish_key, passphrase, settings)
                                SELECT id, :publishKey, :passphrase, :settings
                                FROM streamers WHERE id = :streamerId
                                ON CONFLICT (streamer_id) DO UPDATE SET
                                    publish_key = excluded.publish_key,
                                    passphrase = excluded.passphrase,
                                    settings = excluded.settings
                                """)
                        .bindMethods(row)
                        .execute()
                == 1;
    }
}
