package net.ratonet.station.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is measured, and how often.
///
/// @param interfaces the network interfaces to report; empty = all that are found
/// @param starlink the dish; empty = do not look for one
/// @param pingHost who is pinged to measure a link; empty = the relay, off = nobody
/// @param modems whether to look for modems: behind private links, on D-Bus and on serial ports
/// @param modemPorts serial ports that take AT commands; empty = those of modems that are known
/// @param modemLogins the passwords of modems that want one
/// @param simulated whether ride and modems are invented, for demonstrations
public record TelemetryConfig(
        Duration interval,
        GpsDevice gpsDevice,
        Optional<HostPort> starlink,
        List<String> interfaces,
        String pingHost,
        boolean modems,
        List<String> modemPorts,
        ModemLogins modemLogins,
        boolean simulated) {

    public TelemetryConfig {
        interfaces = List.copyOf(interfaces);
        modemPorts = List.copyOf(modemPorts);
    }
}
