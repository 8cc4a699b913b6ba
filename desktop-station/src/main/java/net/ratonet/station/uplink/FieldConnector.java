package net.ratonet.station.uplink;

import java.util.function.Consumer;

/// Opens connections to the relay.
@FunctionalInterface
interface FieldConnector {

    /// Begins to connect and returns at once. The signals come on any thread; after `Lost` there
    /// are none.
    void connect(Consumer<FieldSignal> signals);
}
