package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;

/// What the station tells its encoder, one line each.
public sealed interface EncoderCommand {

    /// The first line: nothing happens before it.
    record Start(EncoderJob job) implements EncoderCommand {}

    record SetBitrate(Bitrate bitrate) implements EncoderCommand {}

    /// Another source, mute, slate: the stream goes on meanwhile.
    record Choose(EncoderFeed feed) implements EncoderCommand {}

    record Keyframe() implements EncoderCommand {}

    record Stop() implements EncoderCommand {}
}
