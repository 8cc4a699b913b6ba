package net.ratonet.relay.output.rtmp;

/// How an output stands. Failures are those in a row.
sealed interface OutputState {

    /// Switched off.
    record Stopped() implements OutputState {}

    /// Would send, but nothing is on air.
    record Idle() implements OutputState {}

    record Connecting(int failures, long sinceNanos) implements OutputState {}

    record Live(int failures, long sinceNanos) implements OutputState {}

    record Waiting(OutputTrouble trouble, int failures, long sinceNanos, long untilNanos)
            implements OutputState {}
}
