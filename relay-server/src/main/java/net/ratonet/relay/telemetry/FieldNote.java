package net.ratonet.relay.telemetry;

import java.time.Instant;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.StreamerId;

/// Something that happened in the field and that the board's state does not show: for the history
/// and for those who ask the names of places. Raw; never for the world.
public sealed interface FieldNote {

    StreamerId streamer();

    /// A position, be it the newest or one that a phone had queued. The same one may come twice.
    ///
    /// @param newest whether it became the live position
    /// @param mayAskElsewhere whether a third party may be asked about it
    record Fix(StreamerId streamer, TimedFix fix, boolean newest, boolean mayAskElsewhere)
            implements FieldNote {}

    record SourceJoined(StreamerId streamer, SourceKind kind, Instant at) implements FieldNote {}

    record SourceLeft(StreamerId streamer, SourceKind kind, Instant at, Leave how)
            implements FieldNote {}

    /// How a source left.
    enum Leave {
        CLOSED,
        SILENT
    }
}
