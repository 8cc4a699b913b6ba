package net.ratonet.relay.output.rtmp;

/// What an output hears.
sealed interface OutputEvent {

    record StartAsked(boolean onAir) implements OutputEvent {}

    record StopAsked() implements OutputEvent {}

    record OnAir() implements OutputEvent {}

    record OffAir() implements OutputEvent {}

    record Connected() implements OutputEvent {}

    /// The try, or the connection, is over.
    ///
    /// @param jitter from 0 to 1, shortens the wait
    record Failed(OutputTrouble trouble, double jitter) implements OutputEvent {}

    record TimePassed() implements OutputEvent {}
}
