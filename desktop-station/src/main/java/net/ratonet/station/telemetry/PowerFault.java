package net.ratonet.station.telemetry;

/// What a single-board computer does when its supply or its cooling is too weak.
public enum PowerFault {
    UNDER_VOLTAGE,
    THROTTLED,
    TOO_HOT
}
