package net.ratonet.station.source;

import java.util.Optional;

/// Where the encoder stands.
public sealed interface EncoderState {

    /// What is encoded, or will be once the present process has gone.
    default Optional<EncoderJob> task() {
        return switch (this) {
            case Idle _ -> Optional.empty();
            case Starting starting -> Optional.of(starting.job);
            case Running running -> Optional.of(running.job);
            case Waiting waiting -> Optional.of(waiting.job);
            case Stopping stopping -> stopping.next;
        };
    }

    record Idle() implements EncoderState {}

    /// The process is there but has not yet encoded anything.
    ///
    /// @param failures starts in a row that came to nothing
    /// @param complaint what the process itself said went wrong
    record Starting(EncoderJob job, int failures, long sinceNanos, Optional<String> complaint)
            implements EncoderState {}

    /// It encodes and sends.
    ///
    /// @param heardNanos when it last gave statistics
    record Running(
            EncoderJob job,
            int failures,
            long sinceNanos,
            long heardNanos,
            EncoderStatistics statistics,
            Optional<String> complaint)
            implements EncoderState {}

    /// The process is gone; a new one starts when the time has come.
    record Waiting(EncoderJob job, int failures, long retryNanos, String reason)
            implements EncoderState {}

    /// Asked to end; afterwards idle, or on with the next job.
    record Stopping(Optional<EncoderJob> next, long killNanos) implements EncoderState {}
}
