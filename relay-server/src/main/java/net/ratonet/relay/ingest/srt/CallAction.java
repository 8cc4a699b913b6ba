package net.ratonet.relay.ingest.srt;

/// What a call is to do.
sealed interface CallAction {

    record GreetChild() implements CallAction {}

    record ConcludeWithChild(int cookie) implements CallAction {}

    /// Passes on what FFmpeg agreed to; again, when the peer did not hear it.
    record AnswerPeer() implements CallAction {}

    record RefusePeer() implements CallAction {}

    /// Says goodbye to the peer.
    record LeavePeer() implements CallAction {}

    record EndChild() implements CallAction {}

    /// Lets FFmpeg hand on what it still holds, then ends it.
    record DrainChild() implements CallAction {}
}
