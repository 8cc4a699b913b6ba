package net.ratonet.relay.output.programme;

/// All that a programme's director remembers.
///
/// @param mediaSinceNanos since when media comes without a break
/// @param lastMediaNanos when the newest came
/// @param heldUntilNanos until when nothing may change by itself; [#NOT_HELD] or [#FOR_GOOD]
record AirState(AirPhase phase, long mediaSinceNanos, long lastMediaNanos, long heldUntilNanos) {

    static final long NOT_HELD = Long.MIN_VALUE;
    static final long FOR_GOOD = Long.MAX_VALUE;
    static final AirState FIRST = new AirState(new AirPhase.Waiting(), 0, 0, NOT_HELD);

    boolean isHeld() {
        return heldUntilNanos != NOT_HELD;
    }

    AirState in(AirPhase next) {
        return new AirState(next, mediaSinceNanos, lastMediaNanos, heldUntilNanos);
    }

    AirState heldUntil(long nanos) {
        return new AirState(phase, mediaSinceNanos, lastMediaNanos, nanos);
    }

    AirState heard(long nanos, boolean goesOn) {
        return new AirState(phase, goesOn ? mediaSinceNanos : nanos, nanos, heldUntilNanos);
    }
}
