package net.ratonet.relay.telemetry;

import java.util.Set;
import net.ratonet.shared.telemetry.StreamerId;

/// A change of what is live. The events of one streamer come one after the other, in the order in
/// which they happened.
public sealed interface BoardEvent {

    record CameOnline(LiveStreamer streamer) implements BoardEvent {}

    record Updated(LiveStreamer streamer, Set<Part> parts) implements BoardEvent {
        public Updated {
            parts = Set.copyOf(parts);
        }
    }

    record WentOffline(StreamerId id) implements BoardEvent {}
}
