package net.ratonet.station.network;

import net.ratonet.station.bonding.BondMode;

/// Where the far end of a bond listens.
///
/// @param mode what is tried there first
public record BondTarget(String host, int port, BondMode mode) {

    /// A receiver of SRTLA.
    public BondTarget(String host, int port) {
        this(host, port, BondMode.BONDED);
    }

    public BondTarget {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a host and a port from 1 to 65535, please");
        }
    }

    /// Receivers of plain SRT, one for each link, at this port and those after it.
    public BondTarget forEachLink() {
        return new BondTarget(host, port, BondMode.EACH);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
