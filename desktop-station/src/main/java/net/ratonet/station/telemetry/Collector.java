package net.ratonet.station.telemetry;

import java.io.IOException;
import java.util.Optional;

/// Takes one kind of reading. Called on a thread of its own, so it may wait for its device. A
/// collector that is a device's only user may keep it open in between.
@FunctionalInterface
public interface Collector<T> {

    /// A fresh reading, or nothing when the device has nothing to say now.
    Optional<T> collect() throws IOException;

    /// Lets go of the device. Called on the same thread as `collect`, and last.
    default void close() {}
}
