package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says how an output does, to people and to the diary.
final class OutputReport {

    private static final Logger LOG = LoggerFactory.getLogger(OutputReport.class);

    private OutputReport() {}

    static OutputStatus of(OutputTarget target, OutputState state, OutputFlow flow, long now) {
        return new OutputStatus(
                target.id(),
                target.platform(),
                target.masked(),
                OutputPhase.of(state),
                reason(state, flow),
                Duration.ofNanos(Math.max(0, now - since(state, now))),
                flow.bytes(),
                state instanceof OutputState.Live ? flow.bitrate(now) : Bitrate.ZERO,
                flow.droppedBytes(),
                failures(state),
                state instanceof OutputState.Waiting(_, _, _, var until)
                        ? Duration.ofNanos(Math.max(0, until - now))
                        : Duration.ZERO);
    }

    /// For a target that cannot be one.
    static OutputStatus unusable(OutputTarget target) {
        var isSrt = target.url().regionMatches(true, 0, "srt:", 0, 4);
        return of(target, new OutputState.Stopped(), new OutputFlow(), 0)
                .with(isSrt ? OutputTexts.NOT_SRT : OutputTexts.NOT_A_URL);
    }

    private static Reason reason(OutputState state, OutputFlow flow) {
        return switch (state) {
            case OutputState.Stopped _ -> OutputTexts.STOPPED;
            case OutputState.Idle _ -> OutputTexts.IDLE;
            case OutputState.Connecting _ -> OutputTexts.CONNECTING;
            case OutputState.Live _ ->
                    flow.droppedBytes() > 0 ? OutputTexts.LOSING : OutputTexts.LIVE;
            case OutputState.Waiting(var trouble, _, _, _) -> trouble.reason();
        };
    }

    private static long since(OutputState state, long now) {
        return switch (state) {
            case OutputState.Stopped _, OutputState.Idle _ -> now;
            case OutputState.Connecting(_, var since) -> since;
            case OutputState.Live(_, var since) -> since;
            case OutputState.Waiting(_, _, var since, _) -> since;
        };
    }

    private static int failures(OutputState state) {
        return switch (state) {
            case OutputState.Stopped _, OutputState.Idle _ -> 0;
            case OutputState.Connecting(var failures, _) -> failures;
            case OutputState.Live(var failures, _) -> failures;
            case OutputState.Waiting(_, var failures, _, _) -> failures;
        };
    }

    /// The same trouble again and again is told once.
    static void diary(
            StreamerId streamer, OutputTarget target, OutputState before, OutputState next) {
        if (next instanceof OutputState.Live && !(before instanceof OutputState.Live)) {
            LOG.info("{}: live on {} ({})", streamer, target.platform(), target.masked());
        }
        if (next instanceof OutputState.Waiting(var trouble, var failures, _, _)
                && !(before instanceof OutputState.Waiting)
                && failures == 1) {
            LOG.info(
                    "{}: {} ({}): {}. It is tried again for as long as the stream lasts",
                    streamer,
                    target.platform(),
                    target.masked(),
                    trouble.reason().in(Language.ENGLISH));
        }
    }
}
