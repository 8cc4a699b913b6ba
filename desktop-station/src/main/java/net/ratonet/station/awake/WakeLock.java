package net.ratonet.station.awake;

import java.util.Optional;

/// The system's way to hold off sleep. For one thread, which must be the same for both calls:
/// Windows ties the lock to it.
sealed interface WakeLock permits LinuxWakeLock, WindowsWakeLock, NoWakeLock {

    /// Holds sleep off until it is released or this program has ended, however it ends.
    ///
    /// @return why it does not work, in words for a person
    Optional<String> hold() throws InterruptedException;

    void release();

    static WakeLock ofThisSystem() {
        var system = System.getProperty("os.name", "");
        if (system.startsWith("Linux")) {
            return LinuxWakeLock.onPath(System.getenv().getOrDefault("PATH", ""));
        }
        return system.startsWith("Windows") ? new WindowsWakeLock() : new NoWakeLock();
    }
}
