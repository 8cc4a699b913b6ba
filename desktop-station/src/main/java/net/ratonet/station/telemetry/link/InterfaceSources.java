package net.ratonet.station.telemetry.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where the interface collector gets its facts.
///
/// @param system the interfaces and their counters
/// @param hardware what stands behind each
/// @param wifiLevels in dBm, by interface
/// @param quality delay and loss
/// @param dishAddress this machine's address toward a Starlink dish, while one answers
record InterfaceSources(
        Supplier<List<InterfaceSample>> system,
        Function<String, LinkHardware> hardware,
        Supplier<Map<String, Integer>> wifiLevels,
        QualitySource quality,
        Supplier<Optional<String>> dishAddress) {

    static InterfaceSources ofThisMachine(
            QualitySource quality, Supplier<Optional<String>> dishAddress) {
        return new InterfaceSources(
                new SystemInterfaces(),
                SysfsLinks.ofThisMachine(),
                WirelessTable::ofThisMachine,
                quality,
                dishAddress);
    }
}
