package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.OptionalDouble;
import net.ratonet.relay.health.HealthReason;
import net.ratonet.relay.health.HealthTexts;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.health.Sentence;
import net.ratonet.shared.telemetry.HealthState;

/// What the director looks at: one health verdict, cut down to what scenes depend on.
///
/// @param kbps absent where the relay does not see the media
/// @param lostFor how long the signal has already been gone
/// @param why the verdict in words
public record SceneSignal(
        HealthState state,
        OptionalDouble kbps,
        OptionalDouble rttMs,
        Duration lostFor,
        Sentence why) {

    public static SceneSignal of(HealthVerdict verdict) {
        return new SceneSignal(
                verdict.state(),
                kbps(verdict.inputs().media()),
                verdict.inputs().rttMs(),
                verdict.lostFor(),
                why(verdict));
    }

    private static OptionalDouble kbps(Media media) {
        return switch (media) {
            case Media.Connected connected -> OptionalDouble.of(connected.bitrateKbps());
            case Media.Absent _ -> OptionalDouble.of(0);
            case Media.Unseen() -> OptionalDouble.empty();
        };
    }

    private static Sentence why(HealthVerdict verdict) {
        var text = HealthTexts.of(verdict.state());
        return verdict.reasons().stream()
                .map(HealthReason::sentence)
                .findFirst()
                .map(reason -> new Sentence("%s (%s)", "%s (%s)").with(text, reason))
                .orElse(text);
    }
}
