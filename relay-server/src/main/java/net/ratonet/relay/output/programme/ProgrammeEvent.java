package net.ratonet.relay.output.programme;

import net.ratonet.shared.telemetry.StreamerId;

/// A programme has come or gone.
public sealed interface ProgrammeEvent {

    record OnAir(Programme programme) implements ProgrammeEvent {}

    /// It is over.
    ///
    /// @param why in plain words
    record OffAir(StreamerId streamer, String why) implements ProgrammeEvent {}
}
