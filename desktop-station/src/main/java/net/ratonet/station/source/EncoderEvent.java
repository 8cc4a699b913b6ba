package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;

/// What can happen to the encoder: wishes of people, words and end of its process, time.
public sealed interface EncoderEvent {

    record LiveRequested(EncoderJob job) implements EncoderEvent {}

    record StopRequested() implements EncoderEvent {}

    record RestartRequested() implements EncoderEvent {}

    record BitrateRequested(Bitrate bitrate) implements EncoderEvent {}

    record FeedRequested(EncoderFeed feed) implements EncoderEvent {}

    record Reported(EncoderReport report) implements EncoderEvent {}

    /// The process ended, or never began.
    record Ended(String how) implements EncoderEvent {}

    record TimePassed() implements EncoderEvent {}
}
