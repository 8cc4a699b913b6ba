package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import net.ratonet.shared.telemetry.StreamerId;

/// One live, from going online to going offline; short breaks are part of it.
///
/// @param lastAt when the streamer was last heard; the end, once it is over
public record LiveSession(
        SessionId id, StreamerId streamer, Instant startedAt, Instant lastAt, boolean over) {

    LiveSession heardAt(Instant at) {
        return at.isAfter(lastAt) ? new LiveSession(id, streamer, startedAt, at, over) : this;
    }

    LiveSession ended() {
        return new LiveSession(id, streamer, startedAt, lastAt, true);
    }
}
