package net.ratonet.relay.output.recording;

import java.time.Instant;

/// How a streamer's recording does.
public sealed interface RecordingState {

    /// Nobody has asked for it, or the stream it recorded has ended.
    record Off() implements RecordingState {}

    /// On, but no key frame has come to begin with.
    record Waiting() implements RecordingState {}

    /// Being written.
    ///
    /// @param name of the file, as the library lists it
    record Writing(String name, Instant since, long bytes) implements RecordingState {}

    /// Cannot be written, and tries again by itself.
    ///
    /// @param reason for the streamer
    record Stuck(String reason) implements RecordingState {}
}
