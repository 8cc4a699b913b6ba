package net.ratonet.station.config;

import java.util.Optional;

/// Where a program listens, as a person writes it: `host:port`.
public record HostPort(String host, int port) {

    public HostPort {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a host and port: " + host + ":" + port);
        }
    }

    static Optional<HostPort> parse(String text) {
        var colon = text.lastIndexOf(':');
        var digits = text.substring(colon + 1);
        if (colon < 1 || !digits.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var port = Integer.parseInt(digits);
        return port > 0 && port < 65_536
                ? Optional.of(new HostPort(text.substring(0, colon), port))
                : Optional.empty();
    }
}
