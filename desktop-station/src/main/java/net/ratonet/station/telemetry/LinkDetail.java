package net.ratonet.station.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the system knows of a link beyond what is reported to the relay.
///
/// @param addresses IPv4 with prefix length, `192.168.8.100/24`
/// @param driver the kernel's name for it
/// @param usbPath where it hangs on USB, hub by hub: `1-1.2`
public record LinkDetail(
        List<String> addresses,
        Optional<String> driver,
        Optional<String> usbPath,
        OptionalInt wifiSignalDbm,
        double receivedMbps,
        double sentMbps) {

    public LinkDetail {
        addresses = List.copyOf(addresses);
    }
}
