package net.ratonet.relay.ingest.srt;

/// What a call hears of.
sealed interface CallEvent {

    /// FFmpeg was started, perhaps again.
    record ChildStarted() implements CallEvent {}

    record ChildGreets(int cookie) implements CallEvent {}

    record ChildAgrees() implements CallEvent {}

    record ChildGone() implements CallEvent {}

    /// The peer sent its conclusion once more.
    record PeerRepeats() implements CallEvent {}

    record PeerLeaves() implements CallEvent {}

    record PeerSilent() implements CallEvent {}

    /// The relay wants it no longer.
    record Withdrawn(CallEnd end) implements CallEvent {}

    record TimePasses() implements CallEvent {}
}
