package net.ratonet.station.telemetry;

import java.util.Map;
import net.ratonet.shared.telemetry.NetworkReading;

/// All links: what the relay is told of them, and by their names what only the station needs.
public record LinksReading(NetworkReading network, Map<String, LinkDetail> details) {

    public LinksReading {
        details = Map.copyOf(details);
    }
}
