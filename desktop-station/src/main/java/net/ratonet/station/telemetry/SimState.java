package net.ratonet.station.telemetry;

/// Whether a SIM card lets its modem into a network.
public enum SimState {
    READY,
    PIN_NEEDED,
    PUK_NEEDED,
    MISSING,
    UNKNOWN
}
