package net.ratonet.relay.store;

import java.io.IOException;
import java.util.Optional;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.admin.AdminTokenStore;

/// Keeps the hash of the relay's own admin token.
final class SqlAdminTokenStore implements AdminTokenStore {

    private static final String NAME = "admin_token_hash";

    private final Database database;

    SqlAdminTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<KeyHash> load() throws IOException {
        return database.read(handle -> RelayValueTable.find(handle, NAME)).map(KeyHash::new);
    }

    @Override
    public void save(KeyHash hash) throws IOException {
        database.change(handle -> RelayValueTable.put(handle, NAME, hash.hex()));
    }
}
