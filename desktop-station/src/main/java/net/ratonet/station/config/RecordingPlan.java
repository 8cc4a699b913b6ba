package net.ratonet.station.config;

import java.nio.file.Path;
import java.time.Duration;

/// Where recordings go and how much room they may take.
///
/// @param quotaBytes for all of them; the oldest are deleted beyond it
/// @param splitBytes a new file begins after so much
/// @param split or after so long
public record RecordingPlan(Path folder, long quotaBytes, long splitBytes, Duration split) {

    /// So that deleting the oldest never means deleting all.
    private static final int FEWEST_FILES = 4;

    public RecordingPlan {
        if (quotaBytes <= 0 || splitBytes <= 0 || !split.isPositive()) {
            throw new IllegalArgumentException("quota and splits must be above 0");
        }
        splitBytes = Math.min(splitBytes, Math.max(1, quotaBytes / FEWEST_FILES));
    }
}
