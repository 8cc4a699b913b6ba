package net.ratonet.relay.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ratonet.shared.telemetry.StreamerId;

/// Accounts that outlive an [Accounts] but not the test; can be told to be full. Any thread may
/// call.
public final class FakeAccountStore implements AccountStore {

    private final Map<StreamerId, KeptAccount> kept = new LinkedHashMap<>();
    private boolean full;

    @Override
    public synchronized List<KeptAccount> load() {
        return new ArrayList<>(kept.values());
    }

    @Override
    public synchronized boolean insert(KeptAccount account) throws IOException {
        checkRoom();
        if (kept.values().stream().anyMatch(other -> sameEmail(other, account))) {
            return false;
        }
        kept.put(account.id(), account);
        return true;
    }

    @Override
    public synchronized void update(KeptAccount account) throws IOException {
        checkRoom();
        kept.replace(account.id(), account);
    }

    @Override
    public synchronized void delete(StreamerId id) throws IOException {
        checkRoom();
        kept.remove(id);
    }

    /// From now on each write fails, or works again.
    public synchronized void full(boolean isFull) {
        full = isFull;
    }

    private void checkRoom() throws IOException {
        if (full) {
            throw new StorageFullException("the disk is full", new IOException("no space left"));
        }
    }

    private static boolean sameEmail(KeptAccount one, KeptAccount other) {
        return EmailKey.of(one.account().email()).equals(EmailKey.of(other.account().email()));
    }
}
