package net.ratonet.station.telemetry.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Measures links. Called on the thread of the interface collector, so it may take a few seconds.
@FunctionalInterface
public interface QualitySource {

    QualitySource NONE = _ -> Map.of();

    /// The quality of those interfaces that could be measured.
    Map<String, LinkQuality> measure(List<String> interfaces);

    /// What the bonding sees on a link is truer than a probe; probes serve the others.
    static QualitySource bonded(
            Function<String, Optional<LinkQuality>> bonding, QualitySource probes) {
        return interfaces -> {
            var all = new HashMap<String, LinkQuality>();
            interfaces.forEach(
                    name -> bonding.apply(name).ifPresent(found -> all.put(name, found)));
            var rest = interfaces.stream().filter(name -> !all.containsKey(name)).toList();
            if (!rest.isEmpty()) {
                all.putAll(probes.measure(rest));
            }
            return all;
        };
    }
}
