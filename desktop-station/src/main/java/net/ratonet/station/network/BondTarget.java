package net.ratonet.station.network;

/// Where the far end of a bond listens.
public record BondTarget(String host, int port) {

    public BondTarget {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a host and a port from 1 to 65535, please");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
