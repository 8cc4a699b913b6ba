package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;

/// How the encoder fared in the last second.
///
/// @param frames encoded since it began
/// @param dropped left out since it began, because it was late
/// @param target the bitrate that it aims at now
/// @param output what it really put out, audio and container included
/// @param everyNth of how many pictures one is sent
/// @param lagMs how far the picture is behind real time
public record EncoderStatistics(
        long frames,
        long dropped,
        double framesPerSecond,
        Bitrate target,
        Bitrate output,
        long lagMs,
        FeedReading feed,
        OutletReading outlet,
        RecordingReading recording,
        int everyNth) {

    /// The fewest pictures are one of so many.
    public static final int SLOWEST = 8;

    /// Of a stream that reaches its target and is not recorded.
    public EncoderStatistics(
            long frames,
            long dropped,
            double framesPerSecond,
            Bitrate target,
            Bitrate output,
            long lagMs,
            FeedReading feed) {
        this(
                frames,
                dropped,
                framesPerSecond,
                target,
                output,
                lagMs,
                feed,
                OutletReading.OPEN,
                RecordingReading.OFF,
                1);
    }

    public EncoderStatistics with(FeedReading source, OutletReading way, RecordingReading copy) {
        return new EncoderStatistics(
                frames,
                dropped,
                framesPerSecond,
                target,
                output,
                lagMs,
                source,
                way,
                copy,
                everyNth);
    }

    public EncoderStatistics withPace(int every) {
        return new EncoderStatistics(
                frames,
                dropped,
                framesPerSecond,
                target,
                output,
                lagMs,
                feed,
                outlet,
                recording,
                every);
    }
}
