package net.ratonet.shared.wire;

/// On whose behalf an order is given; what a station lets them do is the station's own choice.
public enum OrderRole {
    OWNER,
    MODERATOR
}
