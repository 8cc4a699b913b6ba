package net.ratonet.relay.health;

/// A verdict, and the memory to judge the next inputs with.
public record HealthStep(HealthMemory next, HealthVerdict verdict) {}
