package net.ratonet.relay.scene;

import java.util.Optional;

/// The thresholds that a streamer adds to the health verdict: bitrates in kbit/s below which, and
/// round-trip times in milliseconds above which, the picture is low or gone.
public record Triggers(
        Optional<Trigger> lowKbps,
        Optional<Trigger> lowRttMs,
        Optional<Trigger> offlineKbps,
        Optional<Trigger> offlineRttMs) {

    public static final Triggers NONE =
            new Triggers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Triggers {
        checkSide(lowKbps, Trigger.Side.BELOW);
        checkSide(offlineKbps, Trigger.Side.BELOW);
        checkSide(lowRttMs, Trigger.Side.ABOVE);
        checkSide(offlineRttMs, Trigger.Side.ABOVE);
    }

    private static void checkSide(Optional<Trigger> trigger, Trigger.Side side) {
        if (trigger.filter(present -> present.side() != side).isPresent()) {
            throw new IllegalArgumentException("this trigger must fire " + side);
        }
    }
}
