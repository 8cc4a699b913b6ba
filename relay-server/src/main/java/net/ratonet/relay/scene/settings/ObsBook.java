package net.ratonet.relay.scene.settings;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.shared.telemetry.StreamerId;

/// Which OBS each streamer has set for themselves. Any thread may call; reading never waits.
///
/// Changes wait for each other, which costs nothing: the store writes one after the other anyway. A
/// change that throws has changed nothing.
public final class ObsBook {

    private final ObsSettingsStore store;
    private final Map<StreamerId, OwnObs> entries;
    private final Lock turn = new ReentrantLock();

    private ObsBook(ObsSettingsStore store, Map<StreamerId, OwnObs> entries) {
        this.store = store;
        this.entries = new ConcurrentHashMap<>(entries);
    }

    public static ObsBook open(ObsSettingsStore store) throws IOException {
        return new ObsBook(store, store.load());
    }

    public Optional<OwnObs> find(StreamerId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /// False when there is no such streamer any more.
    public boolean put(StreamerId id, OwnObs own) throws IOException {
        turn.lock();
        try {
            var kept = store.save(id, own);
            if (kept) {
                entries.put(id, own);
            }
            return kept;
        } finally {
            turn.unlock();
        }
    }

    /// False when the streamer has set none.
    public boolean remove(StreamerId id) throws IOException {
        turn.lock();
        try {
            if (!entries.containsKey(id)) {
                return false;
            }
            store.delete(id);
            entries.remove(id);
            return true;
        } finally {
            turn.unlock();
        }
    }

    /// To be called when the account has gone, and with it what the store kept.
    public void forget(StreamerId id) {
        turn.lock();
        try {
            entries.remove(id);
        } finally {
            turn.unlock();
        }
    }
}
