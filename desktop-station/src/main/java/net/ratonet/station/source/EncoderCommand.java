package net.ratonet.station.source;

import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.RecordingPlan;

/// What the station tells its encoder, one line each.
public sealed interface EncoderCommand {

    /// The first line: nothing happens before it.
    record Start(EncoderJob job) implements EncoderCommand {}

    record SetBitrate(Bitrate bitrate) implements EncoderCommand {}

    /// Another source, mute, slate: the stream goes on meanwhile.
    record Choose(EncoderFeed feed) implements EncoderCommand {}

    /// Begins to record, or ends that; the stream goes on meanwhile.
    record RecordTo(Optional<RecordingPlan> plan) implements EncoderCommand {}

    /// Sends only every so-manieth picture, 1 = all.
    record SetPace(int every) implements EncoderCommand {}

    /// Wants small pictures of what is encoded, for the next few seconds.
    record Preview() implements EncoderCommand {}

    record Keyframe() implements EncoderCommand {}

    record Stop() implements EncoderCommand {}
}
