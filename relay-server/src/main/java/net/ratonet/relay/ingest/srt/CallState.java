package net.ratonet.relay.ingest.srt;

/// How far a call has come. Times are when to give up, and when to try again.
sealed interface CallState {

    /// FFmpeg is being started.
    record Starting(long deadline) implements CallState {}

    /// FFmpeg runs; whether it listens shows when it answers.
    record Greeting(long deadline, long next) implements CallState {}

    /// FFmpeg gave its cookie.
    record Concluding(long deadline, long next, int cookie) implements CallState {}

    /// The two ends have agreed.
    record Running() implements CallState {}

    record Over(CallEnd end) implements CallState {}
}
