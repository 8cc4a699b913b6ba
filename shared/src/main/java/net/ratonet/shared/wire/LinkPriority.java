package net.ratonet.shared.wire;

/// How eagerly the bonding engine uses a link.
public enum LinkPriority {
    PREFER,
    NORMAL,
    BACKUP
}
