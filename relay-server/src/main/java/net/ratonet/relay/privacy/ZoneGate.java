package net.ratonet.relay.privacy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides whether a streamer counts as inside a zone. It shuts a little before the border and
/// opens well after it, so that a jumping GPS in the living room never shows the front garden. For
/// one owner thread at a time.
final class ZoneGate {

    /// A usual GPS error among houses.
    static final double SHUTS_AT_M = 25;

    /// Beyond a bad one.
    static final double OPENS_AT_M = 75;

    /// A single far-off fix is an error; ten seconds of them are a walk.
    static final Duration OPENS_AFTER = Duration.ofSeconds(10);

    /// Whoever appears this close to a zone may be inside it: the first fixes after a start, and
    /// after each break of the line, are the worst.
    static final double NEAR_M = 1_000;

    private enum State {
        UNKNOWN,
        OPEN,
        SHUT
    }

    private State state = State.UNKNOWN;
    private @Nullable Instant clearSince;

    /// Takes the next position; returns whether it may be shown.
    boolean passes(double metresOutside, Instant now) {
        state = next(metresOutside, now);
        return state == State.OPEN;
    }

    private State next(double metresOutside, Instant now) {
        if (metresOutside >= OPENS_AT_M) {
            return mayBeInside(metresOutside) ? leaving(now) : State.OPEN;
        }
        clearSince = null;
        if (metresOutside <= SHUTS_AT_M) {
            return State.SHUT;
        }
        return state;
    }

    private boolean mayBeInside(double metresOutside) {
        return switch (state) {
            case SHUT -> true;
            case UNKNOWN -> metresOutside < NEAR_M;
            case OPEN -> false;
        };
    }

    private State leaving(Instant now) {
        if (clearSince == null) {
            clearSince = now;
        }
        return now.isBefore(clearSince.plus(OPENS_AFTER)) ? State.SHUT : State.OPEN;
    }
}
