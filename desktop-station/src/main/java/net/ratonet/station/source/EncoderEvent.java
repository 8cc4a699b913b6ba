package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;

/// What can happen to the encoder: wishes of people, words and end of its process, time.
public sealed interface EncoderEvent {

    record LiveRequested(EncoderJob job) implements EncoderEvent {}

    record StopRequested() implements EncoderEvent {}

    record RestartRequested() implements EncoderEvent {}

    record BitrateRequested(Bitrate bitrate) implements EncoderEvent {}

    /// Only every so-manieth picture from now on, until the encoder starts anew.
    record PaceRequested(int every) implements EncoderEvent {}

    record FeedRequested(EncoderFeed feed) implements EncoderEvent {}

    /// Ends the live, but goes on recording.
    ///
    /// @param job has no target
    record OnlyRecordRequested(EncoderJob job) implements EncoderEvent {}

    /// Records whatever is encoded, or else this job, which has no target.
    record RecordingRequested(EncoderJob alone) implements EncoderEvent {}

    /// Ends the recording, and the encoder with it if it did nothing else.
    record RecordingEndRequested() implements EncoderEvent {}

    /// Somebody looks.
    record PreviewRequested() implements EncoderEvent {}

    record Reported(EncoderReport report) implements EncoderEvent {}

    /// The process ended, or never began.
    record Ended(String how) implements EncoderEvent {}

    record TimePassed() implements EncoderEvent {}
}
