package net.ratonet.relay.scene.settings;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.shared.telemetry.StreamerId;

/// Settings that outlive an [ObsBook] but not the test; can be told to fail. Any thread may call.
public final class FakeObsSettingsStore implements ObsSettingsStore {

    private final Map<StreamerId, OwnObs> kept = new HashMap<>();
    private final Set<StreamerId> unknown = new HashSet<>();
    private boolean broken;

    @Override
    public synchronized Map<StreamerId, OwnObs> load() {
        return Map.copyOf(kept);
    }

    @Override
    public synchronized boolean save(StreamerId id, OwnObs own) throws IOException {
        check();
        if (unknown.contains(id)) {
            return false;
        }
        kept.put(id, own);
        return true;
    }

    @Override
    public synchronized void delete(StreamerId id) throws IOException {
        check();
        kept.remove(id);
    }

    /// From now on there is no such streamer.
    synchronized void removeStreamer(StreamerId id) {
        unknown.add(id);
        kept.remove(id);
    }

    /// From now on each write fails, or works again.
    public synchronized void broken(boolean isBroken) {
        broken = isBroken;
    }

    private void check() throws IOException {
        if (broken) {
            throw new IOException("the disk is gone");
        }
    }
}
