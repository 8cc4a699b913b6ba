package net.ratonet.relay.health;

import java.util.OptionalInt;

/// The links of one stream: how many carry, how many there are, and how good the best one is. None
/// at all means that nobody reports links, as with an encoder that has no station.
public record Links(int active, int total, OptionalInt bestScore) {

    public static final Links UNREPORTED = new Links(0, 0, OptionalInt.empty());

    public Links {
        if (active < 0 || active > total) {
            throw new IllegalArgumentException(
                    "active links must be between 0 and %d, not %d".formatted(total, active));
        }
        if (bestScore.isPresent() && (bestScore.getAsInt() < 0 || bestScore.getAsInt() > 100)) {
            throw new IllegalArgumentException("a link's score must be between 0 and 100");
        }
    }

    public Links(int active, int total, int bestScore) {
        this(active, total, OptionalInt.of(bestScore));
    }

    boolean areReported() {
        return total > 0;
    }
}
