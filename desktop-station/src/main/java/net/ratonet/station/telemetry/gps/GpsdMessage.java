package net.ratonet.station.telemetry.gps;

import java.util.OptionalInt;

/// One line of gpsd's JSON, as far as it matters here.
sealed interface GpsdMessage {

    record Version(String release, int protocol) implements GpsdMessage {}

    /// How many receivers gpsd reads.
    record Devices(int count) implements GpsdMessage {}

    record Position(PartialFix fix) implements GpsdMessage {}

    /// Satellites in use; absent when the message tells of precision only.
    record Sky(OptionalInt used) implements GpsdMessage {}

    record Trouble(String message) implements GpsdMessage {}

    record Other(String type) implements GpsdMessage {}
}
