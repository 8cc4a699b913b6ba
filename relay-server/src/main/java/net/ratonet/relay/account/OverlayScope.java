package net.ratonet.relay.account;

import java.util.Arrays;
import java.util.Optional;

/// What an overlay may show.
public enum OverlayScope {
    MAP("map"),
    SPEED("speed"),
    PLACE("place"),
    HEALTH("health"),
    ALERTS("alerts");

    private final String wireName;

    OverlayScope(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<OverlayScope> named(String wireName) {
        return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findAny();
    }
}
