package net.ratonet.relay.output.recording;

import java.nio.file.Path;
import java.time.Duration;

/// Where recordings go and how much they may take.
///
/// @param folder with a folder for each streamer in it
/// @param maxFileBytes and `maxFileDuration`: past either, the next key frame begins another file
/// @param quotaPerStreamer in bytes; past it the streamer's oldest files are deleted
/// @param quotaTotal in bytes, of all streamers together
public record RecordingConfig(
        Path folder,
        long maxFileBytes,
        Duration maxFileDuration,
        long quotaPerStreamer,
        long quotaTotal) {

    public RecordingConfig {
        if (maxFileBytes < 1 || !maxFileDuration.isPositive()) {
            throw new IllegalArgumentException("a recording's file must have room for something");
        }
        if (quotaPerStreamer < maxFileBytes || quotaTotal < quotaPerStreamer) {
            throw new IllegalArgumentException(
                    "a quota must have room for a whole file, and the total for a whole quota");
        }
    }
}
