package net.ratonet.station.telemetry.serial;

/// A serial port that the system has now.
///
/// @param path what opens it, `/dev/ttyUSB0` or `COM5`
/// @param vendorId of the USB device behind it, or -1
public record FoundPort(String path, String description, int vendorId, int productId) {

    /// Whether it is a plug-in port, and not one that is soldered in and may be a console.
    public boolean isPluggable() {
        return path.contains("ttyUSB") || path.contains("ttyACM") || path.startsWith("COM");
    }
}
