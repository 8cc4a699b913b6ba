package net.ratonet.station.awake;

import java.util.Optional;

/// Where no way is known.
final class NoWakeLock implements WakeLock {

    @Override
    public Optional<String> hold() {
        return Optional.of("this system offers no way that the station knows");
    }

    @Override
    public void release() {
        // Nothing was held.
    }
}
