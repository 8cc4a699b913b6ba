package net.ratonet.relay.output.programme;

import java.time.Duration;
import java.util.Optional;

/// What a programme's director hears.
sealed interface AirEvent {

    /// A chunk of the field's stream.
    ///
    /// @param joins whether it goes on from the chunk before: nothing is missing in between, and
    ///   the publisher is the same
    record Media(boolean keyFrame, boolean joins, long arrivedNanos) implements AirEvent {}

    record TimePassed() implements AirEvent {}

    record BreakAsked() implements AirEvent {}

    record LiveAsked() implements AirEvent {}

    /// Nothing is to change by itself.
    ///
    /// @param time for how long; until somebody says otherwise when empty
    record HoldAsked(Optional<Duration> time) implements AirEvent {}

    record EndAsked(String why) implements AirEvent {}
}
