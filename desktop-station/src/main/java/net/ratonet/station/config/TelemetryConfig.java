package net.ratonet.station.config;

import java.time.Duration;
import java.util.List;

/// What is measured, and how often.
///
/// @param interfaces the network interfaces to report; empty = all that are found
/// @param pingHost who is pinged to measure a link; empty = the relay, off = nobody
/// @param simulated whether ride and modems are invented, for demonstrations
public record TelemetryConfig(
        Duration interval,
        GpsDevice gpsDevice,
        String starlinkAddress,
        List<String> interfaces,
        String pingHost,
        boolean simulated) {

    public TelemetryConfig {
        interfaces = List.copyOf(interfaces);
    }
}
