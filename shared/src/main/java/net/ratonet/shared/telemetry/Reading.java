package net.ratonet.shared.telemetry;

/// One thing that the field reports about itself.
public sealed interface Reading
        permits GeoFix, HardwareReading, NetworkReading, StarlinkReading, StreamHealth {}
