package net.ratonet.station.bonding;

/// Judges whether a link delivers. Only an acknowledgement of its own packets or the echo of its
/// own keepalive proves that; other traffic comes down a link whose way up is dead. A link without
/// proof is suspect at once, and after a longer silence has to prove itself for a while. Owned by
/// the bond's thread.
final class LinkProof {

    /// With the round trip that the last proof spent on its way this stays within two round trips
    /// and 250 ms after a cut.
    private static final long GRACE_NANOS = 210_000_000;

    private static final long ASK_NANOS = 100_000_000;
    private static final long ASK_SUSPECT_NANOS = 200_000_000;
    private static final long ROUTINE_NANOS = 1_000_000_000;
    private static final long SHORTEST_STALL_NANOS = 1_000_000_000;
    private static final long LONGEST_STALL_NANOS = 3_000_000_000L;
    private static final long LONGEST_SILENCE_NANOS = 4_000_000_000L;
    private static final long LONGEST_PROBATION_NANOS = 15_000_000_000L;

    /// A relapse this soon after a probation doubles the next one.
    private static final long RELAPSE_NANOS = 30_000_000_000L;

    private long provenNanos;
    private long askedNanos;
    private long suspectNanos;
    private long steadyNanos;
    private long releasedNanos;
    private long probationNanos;
    private long firstUnprovenNanos;
    private boolean unproven;
    private boolean suspect;
    private boolean probation;

    void restart(long nowNanos) {
        provenNanos = nowNanos;
        askedNanos = nowNanos - ROUTINE_NANOS;
        unproven = false;
        if (suspect) {
            suspect = false;
            steadyNanos = nowNanos;
        }
    }

    void sent(long nowNanos) {
        if (!unproven) {
            unproven = true;
            firstUnprovenNanos = nowNanos;
        }
    }

    void asked(long nowNanos) {
        askedNanos = nowNanos;
        sent(nowNanos);
    }

    void proven(long nowNanos) {
        provenNanos = nowNanos;
        unproven = false;
        if (suspect) {
            suspect = false;
            steadyNanos = nowNanos;
        }
    }

    /// Whether it is time for a keepalive: each second, and at once when something is unproven.
    boolean wantsToAsk(long nowNanos) {
        var since = nowNanos - askedNanos;
        if (suspect) {
            return since >= (isStalled(nowNanos) ? ROUTINE_NANOS : ASK_SUSPECT_NANOS);
        }
        var doubtful = unproven && nowNanos - firstUnprovenNanos >= ASK_NANOS;
        return since >= (doubtful ? ASK_NANOS : probation ? ASK_SUSPECT_NANOS : ROUTINE_NANOS);
    }

    /// Looks at the clock.
    Change judge(long nowNanos, long rttNanos) {
        if (unproven && !suspect && nowNanos - firstUnprovenNanos > rttNanos + GRACE_NANOS) {
            suspect = true;
            suspectNanos = nowNanos;
        }
        var stall = Math.clamp(4 * rttNanos, SHORTEST_STALL_NANOS, LONGEST_STALL_NANOS);
        if (suspect && !probation && nowNanos - suspectNanos >= stall) {
            beginProbation(nowNanos, stall);
            return Change.PUT_ON_PROBATION;
        }
        if (probation && !suspect && nowNanos - steadyNanos >= probationNanos) {
            probation = false;
            releasedNanos = nowNanos;
            return Change.RELEASED;
        }
        return Change.NONE;
    }

    private void beginProbation(long nowNanos, long stallNanos) {
        var relapse = probationNanos > 0 && nowNanos - releasedNanos < RELAPSE_NANOS;
        probationNanos =
                relapse ? Math.min(2 * probationNanos, LONGEST_PROBATION_NANOS) : 2 * stallNanos;
        probation = true;
    }

    boolean isSuspect() {
        return suspect;
    }

    boolean isOnProbation() {
        return probation;
    }

    boolean isTrusted() {
        return !suspect && !probation;
    }

    boolean isStalled(long nowNanos) {
        return suspect && nowNanos - suspectNanos >= SHORTEST_STALL_NANOS;
    }

    boolean isSilent(long nowNanos) {
        return unproven && nowNanos - provenNanos >= LONGEST_SILENCE_NANOS;
    }

    /// How long something has been on its way without proof.
    long unprovenNanos(long nowNanos) {
        return unproven ? nowNanos - firstUnprovenNanos : 0;
    }

    /// What a look at the clock has brought.
    enum Change {
        NONE,
        PUT_ON_PROBATION,
        RELEASED
    }
}
