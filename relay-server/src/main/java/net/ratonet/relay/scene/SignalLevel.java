package net.ratonet.relay.scene;

/// How much picture a signal can carry.
public enum SignalLevel {
    NORMAL,
    LOW,
    OFFLINE
}
