package net.ratonet.relay.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Single values that the relay remembers.
final class RelayValueTable {

    private RelayValueTable() {}

    static Optional<String> find(Handle handle, String name) {
        return handle.createQuery("SELECT value FROM relay_values WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    static void put(Handle handle, String name, String value) {
        handle.createUpdate(
                        """
                        INSERT INTO relay_values (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """)
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
