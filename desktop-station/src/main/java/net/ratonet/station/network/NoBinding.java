package net.ratonet.station.network;

import java.nio.channels.NetworkChannel;
import java.util.Optional;

/// Where the source address has to do.
final class NoBinding implements DeviceBinding {

    @Override
    public Optional<String> bind(NetworkChannel channel, LocalLink link) {
        return Optional.empty();
    }
}
