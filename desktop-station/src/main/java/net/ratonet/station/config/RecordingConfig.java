package net.ratonet.station.config;

import java.nio.file.Path;
import java.time.Duration;

/// Whether the station keeps a copy of what it encodes.
///
/// @param withLive record each live without being asked
public record RecordingConfig(boolean withLive, RecordingPlan plan) {

    private static final long GIGABYTE = 1_000_000_000;

    /// Nothing, until somebody asks for it.
    public static RecordingConfig whenAsked(Path folder) {
        return new RecordingConfig(
                false,
                new RecordingPlan(folder, 20 * GIGABYTE, 2 * GIGABYTE, Duration.ofMinutes(30)));
    }
}
