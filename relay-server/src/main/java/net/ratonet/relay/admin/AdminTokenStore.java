package net.ratonet.relay.admin;

import java.io.IOException;
import java.util.Optional;
import net.ratonet.relay.account.KeyHash;

/// Where the hash of the relay's own admin token lies.
public interface AdminTokenStore {

    Optional<KeyHash> load() throws IOException;

    void save(KeyHash hash) throws IOException;
}
