package net.ratonet.relay.scene;

import java.util.Optional;
import net.ratonet.relay.health.Sentence;

/// What a signal deserves, and which rule said so.
record SignalVerdict(SignalLevel level, Sentence why) {

    /// Asks the rules in NOALBS's order: what means offline first, then what means low. A trigger
    /// that brought the present level about lets go only at its own leaving figure.
    static SignalVerdict of(SceneSignal signal, SignalLevel before, SceneRules rules) {
        var triggers = rules.triggers();
        var wasOffline = before == SignalLevel.OFFLINE;
        var wasLow = before != SignalLevel.NORMAL;
        if (rules.offlineStates().contains(signal.state())) {
            return new SignalVerdict(SignalLevel.OFFLINE, signal.why());
        }
        return slow(signal, triggers.offlineKbps(), wasOffline, SignalLevel.OFFLINE)
                .or(() -> late(signal, triggers.offlineRttMs(), wasOffline, SignalLevel.OFFLINE))
                .or(() -> empty(signal))
                .or(() -> slow(signal, triggers.lowKbps(), wasLow, SignalLevel.LOW))
                .or(() -> late(signal, triggers.lowRttMs(), wasLow, SignalLevel.LOW))
                .orElseGet(() -> new SignalVerdict(SignalLevel.NORMAL, signal.why()));
    }

    private static Optional<SignalVerdict> slow(
            SceneSignal signal, Optional<Trigger> trigger, boolean firing, SignalLevel level) {
        return signal.kbps().stream()
                .boxed()
                .flatMap(kbps ->
                        trigger.filter(present -> present.fires(kbps, firing)).stream()
                                .map(present -> slow(kbps, present, level)))
                .findFirst();
    }

    private static SignalVerdict slow(double kbps, Trigger trigger, SignalLevel level) {
        return new SignalVerdict(
                level,
                new Sentence(
                                "Bitrate de %.0f kbit/s, limite %.0f",
                                "Bitrate %.0f kbit/s, threshold %.0f")
                        .with(kbps, trigger.enter()));
    }

    private static Optional<SignalVerdict> late(
            SceneSignal signal, Optional<Trigger> trigger, boolean firing, SignalLevel level) {
        return signal.rttMs().stream()
                .boxed()
                .flatMap(rtt ->
                        trigger.filter(present -> present.fires(rtt, firing)).stream()
                                .map(present -> late(rtt, present, level)))
                .findFirst();
    }

    private static SignalVerdict late(double rttMs, Trigger trigger, SignalLevel level) {
        return new SignalVerdict(
                level,
                new Sentence("RTT de %.0f ms, limite %.0f", "RTT %.0f ms, threshold %.0f")
                        .with(rttMs, trigger.enter()));
    }

    private static Optional<SignalVerdict> empty(SceneSignal signal) {
        return signal.kbps().stream()
                .filter(kbps -> kbps == 0)
                .mapToObj(_ ->
                        new SignalVerdict(
                                SignalLevel.OFFLINE,
                                new Sentence("Bitrate zero", "No bitrate at all")))
                .findFirst();
    }
}
