package net.ratonet.relay.health;

import java.time.Duration;

/// How good one link looks from the receiving end.
public final class ReceiverLinkScore {

    private ReceiverLinkScore() {}

    /// The score of a link whose last packet is as old as the silence.
    public static int of(Duration silence, double rttMs, double lossPct) {
        if (silence.compareTo(Duration.ofSeconds(10)) > 0) {
            return 0;
        }
        var score = 100;
        score -= silence.compareTo(Duration.ofSeconds(5)) > 0 ? 30 : 0;
        score -= cost(rttMs, 100, 15, 200, 30);
        score -= cost(lossPct, 1, 10, 5, 30);
        return score;
    }

    private static int cost(double value, double high, int cost, double tooHigh, int highCost) {
        if (value > tooHigh) {
            return highCost;
        }
        return value > high ? cost : 0;
    }
}
