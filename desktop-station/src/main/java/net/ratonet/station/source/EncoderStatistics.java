package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;

/// How the encoder fared in the last second.
///
/// @param frames encoded since it began
/// @param dropped left out since it began, because it was late
/// @param target the bitrate that it aims at now
/// @param output what it really put out, audio and container included
/// @param lagMs how far the picture is behind real time
public record EncoderStatistics(
        long frames,
        long dropped,
        double framesPerSecond,
        Bitrate target,
        Bitrate output,
        long lagMs,
        FeedReading feed) {

    public EncoderStatistics with(FeedReading reading) {
        return new EncoderStatistics(
                frames, dropped, framesPerSecond, target, output, lagMs, reading);
    }
}
