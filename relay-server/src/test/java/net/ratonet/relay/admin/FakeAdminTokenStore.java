package net.ratonet.relay.admin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.ratonet.relay.account.KeyHash;

/// Remembers the hash for as long as the test runs.
public final class FakeAdminTokenStore implements AdminTokenStore {

    private final AtomicReference<Optional<KeyHash>> kept = new AtomicReference<>(Optional.empty());

    @Override
    public Optional<KeyHash> load() {
        return kept.get();
    }

    @Override
    public void save(KeyHash hash) {
        kept.set(Optional.of(hash));
    }
}
