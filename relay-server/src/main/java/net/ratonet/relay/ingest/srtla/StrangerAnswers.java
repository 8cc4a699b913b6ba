package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import net.ratonet.shared.srtla.SrtlaType;

/// Tells a sender whose address is unknown that it must register again: its link was given up, or a
/// carrier gave it another port. So seldom that nobody can turn it against a third party. Owned by
/// the loop's thread.
final class StrangerAnswers {

    private static final int MOST_PER_SECOND = 200;
    private static final long PAUSE_NANOS = 1_000_000_000;

    /// Addresses that share a place share its pause; a power of two.
    private static final int PLACES = 1_024;

    private final Replies replies;
    private final Pace pace = new Pace(MOST_PER_SECOND);
    private final long[] answeredAt = new long[PLACES];
    private final boolean[] answered = new boolean[PLACES];

    StrangerAnswers(Replies replies) {
        this.replies = replies;
    }

    void answer(InetSocketAddress from, long nowNanos) {
        var place = from.hashCode() & (PLACES - 1);
        var due = !answered[place] || nowNanos - answeredAt[place] >= PAUSE_NANOS;
        if (due && pace.allows(nowNanos)) {
            answered[place] = true;
            answeredAt[place] = nowNanos;
            replies.shortly(SrtlaType.REG_NGP, from);
        }
    }
}
