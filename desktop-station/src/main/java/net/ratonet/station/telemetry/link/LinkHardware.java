package net.ratonet.station.telemetry.link;

import java.util.Optional;

/// What stands behind an interface.
///
/// @param virtual whether no device does, as with bridges and tunnels
/// @param wireless whether it is Wi-Fi
/// @param modem whether the kernel calls it a modem
record LinkHardware(
        Optional<String> driver,
        Optional<String> usbPath,
        boolean virtual,
        boolean wireless,
        boolean modem) {

    static final LinkHardware UNKNOWN =
            new LinkHardware(Optional.empty(), Optional.empty(), false, false, false);
}
