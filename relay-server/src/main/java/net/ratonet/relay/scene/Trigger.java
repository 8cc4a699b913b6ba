package net.ratonet.relay.scene;

/// One measured value's threshold. It starts to fire at one figure and stops at another, so that a
/// value that wavers around the threshold does not make the scene waver.
public record Trigger(Side side, double enter, double leave) {

    /// The side of the threshold on which a value is bad.
    public enum Side {
        BELOW,
        ABOVE
    }

    /// How far a value must come back, by default, before the trigger lets go.
    private static final double COMEBACK = 0.2;

    public Trigger {
        var apart = side == Side.BELOW ? leave - enter : enter - leave;
        if (!(enter >= 0 && leave >= 0 && apart >= 0)) {
            throw new IllegalArgumentException(
                    "a trigger must let go at a better figure than %s, not %s"
                            .formatted(enter, leave));
        }
    }

    public static Trigger below(double enter) {
        return new Trigger(Side.BELOW, enter, enter * (1 + COMEBACK));
    }

    public static Trigger above(double enter) {
        return new Trigger(Side.ABOVE, enter, enter * (1 - COMEBACK));
    }

    boolean fires(double value, boolean firing) {
        var limit = firing ? leave : enter;
        return side == Side.BELOW ? value <= limit : value >= limit;
    }
}
