package net.ratonet.shared.telemetry;

import java.util.List;

/// All links of one station at one instant.
public record NetworkReading(List<LinkReading> links) implements Reading {

    public NetworkReading {
        links = List.copyOf(links);
    }
}
