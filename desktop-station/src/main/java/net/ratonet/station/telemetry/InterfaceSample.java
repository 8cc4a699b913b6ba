package net.ratonet.station.telemetry;

/// A network interface as the system shows it now.
///
/// @param bytes received and sent since the system began to count
record InterfaceSample(String name, boolean up, boolean hasIpv4, long bytes) {

    boolean isUsable() {
        return up && hasIpv4;
    }
}
