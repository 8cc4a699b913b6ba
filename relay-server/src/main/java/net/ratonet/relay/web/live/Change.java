package net.ratonet.relay.web.live;

import java.util.Optional;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.StreamerId;

/// Everything that happened to one streamer since the last round, folded into one.
///
/// @param live the newest state; empty when the streamer went offline
/// @param updated whether more has happened than coming online
record Change(StreamerId id, Optional<LiveStreamer> live, boolean updated) {

    static Change of(BoardEvent event) {
        return switch (event) {
            case BoardEvent.CameOnline(var streamer) ->
                    new Change(streamer.id(), Optional.of(streamer), false);
            case BoardEvent.Updated(var streamer, var _) ->
                    new Change(streamer.id(), Optional.of(streamer), true);
            case BoardEvent.WentOffline(var id) -> new Change(id, Optional.empty(), true);
        };
    }
}
