package net.ratonet.shared.testing;

import java.util.random.RandomGenerator;

/// Decides which datagrams a link loses: single ones at random, and whole bursts as a
/// Gilbert-Elliott chain of a good state and a bad state that loses everything.
final class LossModel {

    private final RandomGenerator random;
    private double singleLoss;
    private double burstBegins;
    private double burstEnds = 1;
    private boolean inBurst;

    LossModel(RandomGenerator random) {
        this.random = random;
    }

    void loseSingly(double share) {
        singleLoss = checkedShare(share);
    }

    void loseInBursts(double share, double meanLength) {
        if (!(meanLength >= 1)) {
            throw new IllegalArgumentException("a burst loses at least 1 datagram");
        }
        var begins = checkedShare(share) / (1 - share) / meanLength;
        if (begins > 1) {
            throw new IllegalArgumentException("bursts that short cannot lose that much");
        }
        burstBegins = begins;
        burstEnds = 1 / meanLength;
        inBurst = inBurst && share > 0;
    }

    boolean losesNext() {
        inBurst = inBurst ? random.nextDouble() >= burstEnds : random.nextDouble() < burstBegins;
        var single = random.nextDouble() < singleLoss;
        return inBurst || single;
    }

    private static double checkedShare(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a share of loss is at least 0 and below 1");
        }
        return share;
    }
}
