package net.ratonet.relay.config;

/// What the relay tells field agents to use.
public record FieldConfig(
        String serverWsUrl, double telemetryIntervalS, String gpsDevice, String starlinkAddress) {}
