package net.ratonet.station.telemetry;

/// One number from 0 to 100 for a link, by deductions for what was measured as bad. The steps are
/// those that RatoNet's field agent has always used, so that old and new agents compare.
public final class LinkScore {

    private LinkScore() {}

    public static int of(double rttMs, double jitterMs, double lossPct) {
        var score = 100 - forRtt(rttMs) - forJitter(jitterMs) - forLoss(lossPct);
        return (int) Math.round(Math.clamp(score, 0, 100));
    }

    private static int forRtt(double rttMs) {
        if (rttMs > 200) {
            return 40;
        }
        if (rttMs > 100) {
            return 25;
        }
        return rttMs > 50 ? 10 : 0;
    }

    private static int forJitter(double jitterMs) {
        if (jitterMs > 50) {
            return 30;
        }
        if (jitterMs > 20) {
            return 15;
        }
        return jitterMs > 10 ? 5 : 0;
    }

    private static double forLoss(double lossPct) {
        if (lossPct >= 10) {
            return 40;
        }
        return lossPct >= 5 ? 25 : 3 * lossPct;
    }
}
