package net.ratonet.relay.config;

import java.util.List;

/// Where the web door stands and who may come in.
///
/// @param adminToken empty when the relay keeps one of its own
/// @param corsOrigins empty means the relay's own origin only
/// @param trustProxy whether `X-Forwarded-For` comes from a proxy of ours
public record WebConfig(
        String host, int port, String adminToken, List<String> corsOrigins, boolean trustProxy) {

    public WebConfig {
        corsOrigins = List.copyOf(corsOrigins);
    }

    @Override
    public String toString() {
        return "WebConfig[%s:%d]".formatted(host, port);
    }
}
