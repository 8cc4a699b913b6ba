package net.ratonet.station.network;

import java.nio.channels.NetworkChannel;
import java.util.Optional;

/// Makes a socket leave by its interface and by no other. A source address alone does not do that
/// where the system routes by destination only.
sealed interface DeviceBinding permits LinuxBinding, WindowsBinding, NoBinding {

    /// Binds before anything is sent.
    ///
    /// @return why it did not work, in words for a person
    Optional<String> bind(NetworkChannel channel, LocalLink link);

    static DeviceBinding ofThisSystem() {
        var system = System.getProperty("os.name", "");
        if (system.startsWith("Linux")) {
            return new LinuxBinding();
        }
        return system.startsWith("Windows") ? new WindowsBinding() : new NoBinding();
    }
}
