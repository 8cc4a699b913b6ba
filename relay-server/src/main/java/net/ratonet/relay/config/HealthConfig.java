package net.ratonet.relay.config;

import java.time.Duration;

/// The scores at and below which a stream is degraded, critical and down, and how often to judge.
public record HealthConfig(int degraded, int critical, int down, Duration interval) {}
