package net.ratonet.station.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;

/// Keeps an encoder alive for as long as somebody wants to be live. Pure: there is at most one
/// process, and every event of a process is about that one.
public final class EncoderLifecycle {

    private static final BackOff RESTARTS =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /// After this long a crash counts as the first one again.
    private static final long STABLE_NANOS = Duration.ofSeconds(30).toNanos();

    /// How long an encoder may take for its farewell; the whole station must end within 3 s.
    private static final long FAREWELL_NANOS = Duration.ofMillis(1_500).toNanos();

    /// Connecting takes its time on a bad link; the encoder gives up by itself before this.
    private static final long LONGEST_START_NANOS = Duration.ofSeconds(25).toNanos();

    /// It reports once a second; an output that stalls ends it after 10 s.
    private static final long LONGEST_SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private EncoderLifecycle() {}

    public static EncoderStep on(EncoderState state, EncoderEvent event, long nowNanos) {
        return switch (event) {
            case EncoderEvent.LiveRequested(var job) -> live(state, job, nowNanos);
            case EncoderEvent.StopRequested _ -> stop(state, nowNanos);
            case EncoderEvent.RestartRequested _ -> restart(state, nowNanos);
            case EncoderEvent.BitrateRequested(var bitrate) ->
                    change(
                            state,
                            job -> job.withBitrate(bitrate),
                            new EncoderCommand.SetBitrate(bitrate));
            case EncoderEvent.FeedRequested(var feed) ->
                    change(state, job -> job.withFeed(feed), new EncoderCommand.Choose(feed));
            case EncoderEvent.OnlyRecordRequested(var job) -> onlyRecord(state, job, nowNanos);
            case EncoderEvent.RecordingRequested(var alone) -> record(state, alone, nowNanos);
            case EncoderEvent.RecordingEndRequested _ -> endRecording(state, nowNanos);
            case EncoderEvent.Reported(EncoderReport.Working(var statistics)) ->
                    working(state, statistics, nowNanos);
            case EncoderEvent.Reported(EncoderReport.Failed(var reason, var byCodec)) ->
                    complaint(byCodec ? withoutHardware(state) : state, reason);
            case EncoderEvent.PreviewRequested _ -> tell(state, new EncoderCommand.Preview());
            case EncoderEvent.PaceRequested(var every) ->
                    tell(state, new EncoderCommand.SetPace(every));
            case EncoderEvent.Reported(EncoderReport.Tried _),
                    EncoderEvent.Reported(EncoderReport.Preview _) ->
                    EncoderStep.to(state);
            case EncoderEvent.Ended(var how) -> ended(state, how, nowNanos);
            case EncoderEvent.TimePassed _ -> timePassed(state, nowNanos);
        };
    }

    private static EncoderStep live(EncoderState state, EncoderJob job, long now) {
        return switch (state) {
            case Idle _, Waiting _ -> launch(job, 0, now);
            case Starting _, Running _ -> farewell(Optional.of(job), now);
            case Stopping(_, var killNanos) ->
                    EncoderStep.to(new Stopping(Optional.of(job), killNanos));
        };
    }

    private static EncoderStep stop(EncoderState state, long now) {
        return switch (state) {
            case Idle _, Waiting _ -> EncoderStep.to(new Idle());
            case Starting _, Running _ -> farewell(Optional.empty(), now);
            case Stopping(_, var killNanos) ->
                    EncoderStep.to(new Stopping(Optional.empty(), killNanos));
        };
    }

    private static EncoderStep onlyRecord(EncoderState state, EncoderJob alone, long now) {
        return state.task().filter(EncoderJob::isAlone).isPresent()
                ? EncoderStep.to(state)
                : live(state, alone, now);
    }

    private static EncoderStep record(EncoderState state, EncoderJob alone, long now) {
        return state.task().isEmpty()
                ? live(state, alone, now)
                : change(
                        state,
                        job -> job.withRecording(alone.recording()),
                        new EncoderCommand.RecordTo(alone.recording()));
    }

    private static EncoderStep endRecording(EncoderState state, long now) {
        return state.task().filter(EncoderJob::isAlone).isPresent()
                ? stop(state, now)
                : change(
                        state,
                        job -> job.withRecording(Optional.empty()),
                        new EncoderCommand.RecordTo(Optional.empty()));
    }

    private static EncoderStep restart(EncoderState state, long now) {
        return switch (state) {
            case Idle _, Stopping _ -> EncoderStep.to(state);
            case Waiting waiting -> launch(waiting.job(), 0, now);
            case Starting starting -> farewell(Optional.of(starting.job()), now);
            case Running running -> farewell(Optional.of(running.job()), now);
        };
    }

    /// A change that a running encoder takes on at once, and any later one from its start.
    private static EncoderStep change(
            EncoderState state, UnaryOperator<EncoderJob> change, EncoderCommand command) {
        var send = new EncoderAction.Send(command);
        return switch (state) {
            case Idle _ -> EncoderStep.to(state);
            case Starting(var job, var failures, var since, var complaint) ->
                    EncoderStep.to(
                            new Starting(change.apply(job), failures, since, complaint), send);
            case Running(var job, var failures, var since, var heard, var last, var complaint) ->
                    EncoderStep.to(
                            new Running(change.apply(job), failures, since, heard, last, complaint),
                            send);
            case Waiting(var job, var failures, var retry, var reason) ->
                    EncoderStep.to(new Waiting(change.apply(job), failures, retry, reason));
            case Stopping(var next, var killNanos) ->
                    EncoderStep.to(new Stopping(next.map(change), killNanos));
        };
    }

    private static EncoderStep tell(EncoderState state, EncoderCommand command) {
        return state instanceof Running
                ? EncoderStep.to(state, new EncoderAction.Send(command))
                : EncoderStep.to(state);
    }

    private static EncoderStep working(EncoderState state, EncoderStatistics news, long now) {
        return switch (state) {
            case Starting(var job, var failures, _, var complaint) ->
                    EncoderStep.to(new Running(job, failures, now, now, news, complaint));
            case Running(var job, var failures, var since, _, _, var complaint) ->
                    EncoderStep.to(new Running(job, failures, since, now, news, complaint));
            case Idle _, Waiting _, Stopping _ -> EncoderStep.to(state);
        };
    }

    private static EncoderStep complaint(EncoderState state, String reason) {
        var complaint = Optional.of(reason);
        return switch (state) {
            case Starting(var job, var failures, var since, _) ->
                    EncoderStep.to(new Starting(job, failures, since, complaint));
            case Running(var job, var failures, var since, var heard, var last, _) ->
                    EncoderStep.to(new Running(job, failures, since, heard, last, complaint));
            case Idle _, Waiting _, Stopping _ -> EncoderStep.to(state);
        };
    }

    /// An encoder that has passed its trial but refuses the work itself would refuse it for ever.
    private static EncoderState withoutHardware(EncoderState state) {
        return state.task().filter(job -> job.codec().isHardware()).isEmpty()
                ? state
                : change(
                                state,
                                job -> job.withCodec(VideoCodec.LIBX264),
                                new EncoderCommand.Keyframe())
                        .next();
    }

    private static EncoderStep ended(EncoderState state, String how, long now) {
        return switch (state) {
            case Idle _, Waiting _ -> EncoderStep.to(state);
            case Starting(var job, var failures, _, var complaint) ->
                    await(afterEnd(job, complaint), failures + 1, complaint.orElse(how), now);
            case Running(var job, var failures, var since, _, _, var complaint) ->
                    await(
                            afterEnd(job, complaint),
                            now - since >= STABLE_NANOS ? 1 : failures + 1,
                            complaint.orElse(how),
                            now);
            case Stopping(var next, _) ->
                    next.map(job -> launch(job, 0, now))
                            .orElseGet(() -> EncoderStep.to(new Idle()));
        };
    }

    /// A hardware encoder that ends its process without a word crashed in its driver, and would
    /// again.
    private static EncoderJob afterEnd(EncoderJob job, Optional<String> complaint) {
        return complaint.isEmpty() && job.codec().isHardware()
                ? job.withCodec(VideoCodec.LIBX264)
                : job;
    }

    private static EncoderStep timePassed(EncoderState state, long now) {
        return switch (state) {
            case Starting(var job, var failures, var since, var complaint)
                    when now - since >= LONGEST_START_NANOS ->
                    EncoderStep.to(
                            new Starting(
                                    job,
                                    failures,
                                    now,
                                    Optional.of(complaint.orElse("it did not get going in 25 s"))),
                            new EncoderAction.Kill());
            case Running(var job, var failures, var since, var heard, var last, var complaint)
                    when now - heard >= LONGEST_SILENCE_NANOS ->
                    EncoderStep.to(
                            new Running(
                                    job,
                                    failures,
                                    since,
                                    now,
                                    last,
                                    Optional.of(complaint.orElse("it fell silent for 15 s"))),
                            new EncoderAction.Kill());
            case Waiting(var job, var failures, var retry, _) when now - retry >= 0 ->
                    launch(job, failures, now);
            case Stopping(var next, var killNanos) when now - killNanos >= 0 ->
                    EncoderStep.to(
                            new Stopping(next, now + FAREWELL_NANOS), new EncoderAction.Kill());
            case Idle _, Starting _, Running _, Waiting _, Stopping _ -> EncoderStep.to(state);
        };
    }

    private static EncoderStep launch(EncoderJob job, int failures, long now) {
        return EncoderStep.to(
                new Starting(job, failures, now, Optional.empty()), new EncoderAction.Launch(job));
    }

    private static EncoderStep farewell(Optional<EncoderJob> next, long now) {
        return EncoderStep.to(
                new Stopping(next, now + FAREWELL_NANOS),
                new EncoderAction.Send(new EncoderCommand.Stop()));
    }

    private static EncoderStep await(EncoderJob job, int failures, String reason, long now) {
        var retry = now + RESTARTS.afterFailure(failures).toNanos();
        return EncoderStep.to(new Waiting(job, failures, retry, reason));
    }
}
