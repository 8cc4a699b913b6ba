package net.ratonet.relay.ingest.srtla;

import java.util.Arrays;
import net.ratonet.shared.srt.Sequence;

/// Which of the newest packet numbers came, which are missing and since when, and which were asked
/// for again. Pure; times are in milliseconds and may wrap.
final class ArrivalWindow {

    /// More than libsrt keeps in its own receive buffer; a power of two.
    static final int SPAN = 32_768;

    /// A jump further than this is not taken for that many losses.
    private static final int MOST_MARKED = 8_192;

    /// So many packets in a row outside the window mean that the stream has moved, not that one
    /// packet is wrong.
    private static final int STRAYS_TO_MOVE = 16;

    /// SRT may ask for a packet that is on its way to it; only after this long it is truly lost
    /// between us and SRT.
    private static final int DOUBT_MS = 200;

    private static final byte UNKNOWN = 0;
    private static final byte MISSING = 1;
    private static final byte ASKED_FOR = 2;
    private static final byte HERE = 3;
    private static final byte DOUBTED = 4;

    private final byte[] states = new byte[SPAN];
    private final byte[] carriers = new byte[SPAN];
    private final int[] sinceMs = new int[SPAN];
    private final int[] askedMs = new int[SPAN];
    private boolean begun;
    private int newest;
    private int strays;

    /// Notes a data packet.
    ///
    /// @param carrier the number of the link that it came on
    Arrival arrived(int sequence, boolean retransmitted, int carrier, int nowMs) {
        var ahead = begun ? Sequence.distance(newest, sequence) : SPAN;
        if (Math.abs(ahead) >= SPAN) {
            return strayed(sequence, carrier);
        }
        strays = 0;
        var slot = slot(sequence);
        var before = ahead > 0 ? UNKNOWN : states[slot];
        if (ahead > 0) {
            markMissing(ahead - 1, nowMs);
            newest = sequence;
        }
        states[slot] = before == DOUBTED ? DOUBTED : HERE;
        return switch (before) {
            case HERE, DOUBTED -> Arrival.DUPLICATE;
            case MISSING, ASKED_FOR -> {
                carriers[slot] = (byte) carrier;
                yield retransmitted ? Arrival.RECOVERED : Arrival.LATE;
            }
            default -> {
                carriers[slot] = (byte) carrier;
                yield Arrival.FRESH;
            }
        };
    }

    /// How long a packet that has just come was missing.
    int latenessMs(int sequence, int nowMs) {
        return nowMs - sinceMs[slot(sequence)];
    }

    /// On which link the packet before this one came; 0 when it did not.
    int carrierBefore(int sequence) {
        var slot = slot(Sequence.plus(sequence, -1));
        return states[slot] == HERE ? carriers[slot] : 0;
    }

    /// Whether a packet that SRT reports as lost is to be asked for now; says yes once in each
    /// `repeatMs`. What lies outside the window is not ours to judge.
    boolean asksFor(int sequence, int nowMs, int holdMs, int repeatMs) {
        var ahead = begun ? Sequence.distance(newest, sequence) : SPAN;
        if (ahead > 0 || ahead <= -SPAN) {
            return true;
        }
        var slot = slot(sequence);
        return switch (states[slot]) {
            case MISSING -> nowMs - sinceMs[slot] >= holdMs && ask(slot, nowMs);
            case ASKED_FOR -> nowMs - askedMs[slot] >= repeatMs && ask(slot, nowMs);
            case DOUBTED -> nowMs - sinceMs[slot] >= DOUBT_MS && ask(slot, nowMs);
            case HERE -> wait(slot, DOUBTED, nowMs);
            default -> wait(slot, MISSING, nowMs);
        };
    }

    private boolean ask(int slot, int nowMs) {
        states[slot] = ASKED_FOR;
        askedMs[slot] = nowMs;
        return true;
    }

    private boolean wait(int slot, byte state, int nowMs) {
        states[slot] = state;
        sinceMs[slot] = nowMs;
        return false;
    }

    /// One wrong number must not make the rest of the stream look old.
    private Arrival strayed(int sequence, int carrier) {
        strays++;
        if (!begun || strays >= STRAYS_TO_MOVE) {
            Arrays.fill(states, UNKNOWN);
            begun = true;
            strays = 0;
            newest = sequence;
            states[slot(sequence)] = HERE;
            carriers[slot(sequence)] = (byte) carrier;
        }
        return Arrival.FRESH;
    }

    /// The numbers right after the newest were overtaken.
    private void markMissing(int count, int nowMs) {
        var unmarked = Math.max(0, count - MOST_MARKED);
        for (var step = 1; step <= count; step++) {
            var slot = slot(newest + step);
            states[slot] = step <= unmarked ? UNKNOWN : MISSING;
            sinceMs[slot] = nowMs;
        }
    }

    private static int slot(int sequence) {
        return sequence & (SPAN - 1);
    }
}
