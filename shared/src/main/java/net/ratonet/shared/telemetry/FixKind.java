package net.ratonet.shared.telemetry;

/// How much a GPS receiver knows.
public enum FixKind {
    NONE("none"),
    TWO_D("2d"),
    THREE_D("3d");

    private final String wireName;

    FixKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
