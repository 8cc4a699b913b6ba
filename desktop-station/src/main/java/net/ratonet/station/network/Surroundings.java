package net.ratonet.station.network;

import java.net.InetAddress;
import java.util.List;

/// The links that are there, and the addresses that the relay's name stands for.
record Surroundings(List<LocalLink> links, List<InetAddress> relay) {

    static final Surroundings NONE = new Surroundings(List.of(), List.of());

    Surroundings {
        links = List.copyOf(links);
        relay = List.copyOf(relay);
    }
}
