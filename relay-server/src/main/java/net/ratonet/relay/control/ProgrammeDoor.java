package net.ratonet.relay.control;

import java.util.Optional;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.telemetry.StreamerId;

/// What platforms and players are shown: the field, or a slate in its place. Any thread may call;
/// each method returns at once.
public interface ProgrammeDoor {

    /// Shows the slate until [#live].
    MediaAnswer takeBreak(StreamerId id);

    MediaAnswer live(StreamerId id);

    /// Keeps what is shown, whatever the field does, until [#live].
    MediaAnswer hold(StreamerId id);

    /// Ends the programme and with it the outputs.
    MediaAnswer end(StreamerId id);

    /// Empty while the streamer has no programme.
    Optional<ProgrammeStatus> status(StreamerId id);

    /// The programme's stream; empty while there is none.
    Optional<ChunkSource> stream(StreamerId id);
}
