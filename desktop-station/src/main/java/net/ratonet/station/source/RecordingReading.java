package net.ratonet.station.source;

/// How the recording fares.
///
/// @param note what a person should know about it, else empty
/// @param fileBytes what the present file holds
/// @param usedPercent of the room that all recordings may take
/// @param dropped packets left out because the disk was too slow
public record RecordingReading(
        RecordingState state, String note, long fileBytes, double usedPercent, long dropped) {

    public static final RecordingReading OFF =
            new RecordingReading(RecordingState.OFF, "", 0, 0, 0);
}
