package net.ratonet.station.uplink;

/// What a connection tells the uplink.
sealed interface FieldSignal {

    record Opened(FieldSocket socket) implements FieldSignal {}

    record Text(String text) implements FieldSignal {}

    record Pong(long mark) implements FieldSignal {}

    record Lost(Loss loss) implements FieldSignal {}
}
