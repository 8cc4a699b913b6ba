package net.ratonet.relay.channel;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.ratonet.shared.telemetry.StreamerId;

/// Channels that outlive a [ChannelBook] but not the test; can be told to fail. Any thread may
/// call.
public final class FakeChannelStore implements ChannelStore {

    private final Map<StreamerId, Channel> kept = new HashMap<>();
    private final Set<StreamerId> unknown = new HashSet<>();
    private boolean broken;

    @Override
    public synchronized Map<StreamerId, Channel> load() {
        return Map.copyOf(kept);
    }

    @Override
    public synchronized boolean save(StreamerId id, Channel channel) throws IOException {
        if (broken) {
            throw new IOException("the disk is gone");
        }
        if (unknown.contains(id)) {
            return false;
        }
        kept.put(id, channel);
        return true;
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
}
