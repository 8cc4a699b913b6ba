package net.ratonet.relay.telemetry;

/// One source of readings: a connection, or for single requests the door they come through.
public record SourceId(SourceKind kind, String value) {}
