package net.ratonet.station.config;

import java.net.URI;
import net.ratonet.shared.telemetry.StreamerId;

/// The relay that this station reports to, and as whom.
public record RelayConfig(URI server, StreamerId streamerId, String apiKey) {

    /// Where this streamer's reports go. The key travels in a header, never in the address.
    public URI socketUrl() {
        var base = server.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + streamerId.value());
    }

    @Override
    public String toString() {
        return "RelayConfig[%s at %s]".formatted(streamerId, server);
    }
}
