package net.ratonet.relay.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.ratonet.shared.telemetry.HealthState;

/// Judges one stream from what really arrives; pure, so any thread may ask.
///
/// While a signal is there, the smoothed score decides. A signal that is gone is down at once,
/// whatever the last scores were: no media byte, or a bitrate of nothing, for longer than the rules
/// allow. Shorter gaps count only through the score, so one missed reading changes no state.
///
/// A streamer who sends only a position has no stream: that is down, not healthy. Where the media
/// goes past the relay, the station's links and the age of its readings decide.
public final class HealthJudge {

    /// What a keep-alive may trickle without being a stream.
    private static final double NOTHING_KBPS = 1;

    private final HealthRules rules;

    public HealthJudge(HealthRules rules) {
        this.rules = rules;
    }

    public HealthStep judge(HealthMemory memory, HealthInputs inputs, long nowNanos) {
        var zeroSince = zeroSince(memory, inputs.media(), nowNanos);
        return switch (inputs.media()) {
            case Media.Connected connected -> {
                var silence = longer(connected.silence(), since(zeroSince, nowNanos));
                yield isGone(memory, silence, zeroSince)
                        ? down(inputs, HealthReason.silent(silence), silence, zeroSince)
                        : score(memory, inputs, zeroSince);
            }
            case Media.Absent absent ->
                    isShort(absent)
                            ? hold(memory, inputs)
                            : down(
                                    inputs,
                                    HealthReason.notStreaming(absent),
                                    absent.silence().orElse(Duration.ZERO),
                                    zeroSince);
            case Media.Unseen() -> judgeByAgent(memory, inputs);
        };
    }

    private HealthStep judgeByAgent(HealthMemory memory, HealthInputs inputs) {
        var gone =
                inputs.agentAge().isEmpty()
                        || lasts(inputs.agentAge().get(), rules.agentSilentAfter());
        return gone
                ? down(
                        inputs,
                        HealthReason.agentGone(),
                        inputs.agentAge().orElse(Duration.ZERO),
                        OptionalLong.empty())
                : score(memory, inputs, OptionalLong.empty());
    }

    private HealthStep score(HealthMemory memory, HealthInputs inputs, OptionalLong zeroSince) {
        var score = StreamScore.of(inputs);
        var scores = new ArrayList<>(memory.scores());
        scores.add(score.value());
        var kept = scores.subList(Math.max(0, scores.size() - rules.samples()), scores.size());
        var unjudged = new HealthMemory(kept, memory.state(), zeroSince);
        var smoothed = unjudged.smoothed();
        var state =
                memory.scores().isEmpty()
                        ? rules.thresholds().stateOf(smoothed)
                        : rules.thresholds().next(memory.state(), smoothed, rules.margin());
        return new HealthStep(
                new HealthMemory(kept, state, zeroSince),
                new HealthVerdict(smoothed, state, score.reasons(), Duration.ZERO, inputs));
    }

    /// A session that has just closed: its encoder may be back before anyone notices.
    private static HealthStep hold(HealthMemory memory, HealthInputs inputs) {
        return new HealthStep(
                memory,
                new HealthVerdict(
                        memory.smoothed(), memory.state(), List.of(), Duration.ZERO, inputs));
    }

    /// Forgets the scores, so that a signal that returns is judged by itself.
    private static HealthStep down(
            HealthInputs inputs, HealthReason reason, Duration lostFor, OptionalLong zeroSince) {
        return new HealthStep(
                new HealthMemory(List.of(), HealthState.DOWN, zeroSince),
                new HealthVerdict(0, HealthState.DOWN, List.of(reason), lostFor, inputs));
    }

    /// A connection that has carried nothing yet gets no benefit of the doubt.
    private boolean isGone(HealthMemory memory, Duration silence, OptionalLong zeroSince) {
        return lasts(silence, rules.silentAfter())
                || (zeroSince.isPresent() && memory.scores().isEmpty());
    }

    private boolean isShort(Media.Absent absent) {
        return absent.silence().filter(silence -> !lasts(silence, rules.silentAfter())).isPresent();
    }

    private static OptionalLong zeroSince(HealthMemory memory, Media media, long nowNanos) {
        if (media instanceof Media.Connected connected && connected.bitrateKbps() < NOTHING_KBPS) {
            return memory.zeroSinceNanos().isPresent()
                    ? memory.zeroSinceNanos()
                    : OptionalLong.of(nowNanos);
        }
        return OptionalLong.empty();
    }

    private static Duration since(OptionalLong startNanos, long nowNanos) {
        return startNanos.isPresent()
                ? Duration.ofNanos(nowNanos - startNanos.getAsLong())
                : Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean lasts(Duration silence, Duration limit) {
        return silence.compareTo(limit) >= 0;
    }
}
