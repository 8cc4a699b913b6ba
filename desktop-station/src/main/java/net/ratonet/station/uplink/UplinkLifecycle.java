package net.ratonet.station.uplink;

import java.time.Duration;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.station.uplink.UplinkState.Connecting;
import net.ratonet.station.uplink.UplinkState.Online;
import net.ratonet.station.uplink.UplinkState.Waiting;
import net.ratonet.station.uplink.UplinkStep.Action;

/// Stays connected for ever: waits 1 to 30 s between attempts, and does not trust a connection on
/// which the relay has fallen silent. Pure.
public final class UplinkLifecycle {

    /// Jitter takes up to half off, so the shortest wait is 1 s.
    private static final BackOff RECONNECTS =
            new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(30));

    /// After this long a lost connection counts as the first failure again.
    private static final long STABLE_NANOS = Duration.ofSeconds(10).toNanos();

    /// Three unanswered pings.
    private static final long LONGEST_SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private static final long LONGEST_CONNECT_NANOS = Duration.ofSeconds(15).toNanos();

    private UplinkLifecycle() {}

    /// Where it begins: wanting to connect at once.
    public static UplinkState begin(long nowNanos) {
        return new Waiting(0, nowNanos, "not connected yet");
    }

    /// Decides what follows from an event.
    ///
    /// @param jitter from 0 to 1: how much of half a wait to leave out
    public static UplinkStep on(
            UplinkState state, UplinkEvent event, long nowNanos, double jitter) {
        return switch (event) {
            case UplinkEvent.Opened _ -> opened(state, nowNanos);
            case UplinkEvent.Heard _ -> heard(state, nowNanos);
            case UplinkEvent.Lost(var loss) -> lost(state, loss, nowNanos, jitter, Action.NOTHING);
            case UplinkEvent.TimePassed _ -> timePassed(state, nowNanos, jitter);
        };
    }

    private static UplinkStep opened(UplinkState state, long now) {
        return switch (state) {
            case Connecting(var failures, _) -> stay(new Online(failures, now, now));
            case Waiting _, Online _ -> stay(state);
        };
    }

    private static UplinkStep heard(UplinkState state, long now) {
        return switch (state) {
            case Online(var failures, var since, _) -> stay(new Online(failures, since, now));
            case Waiting _, Connecting _ -> stay(state);
        };
    }

    private static UplinkStep lost(
            UplinkState state, Loss loss, long now, double jitter, Action action) {
        return switch (state) {
            case Waiting(var failures, _, _) when loss.hopeless() ->
                    await(failures, loss, now, jitter, action);
            case Waiting _ -> stay(state);
            case Connecting(var failures, _) -> await(failures + 1, loss, now, jitter, action);
            case Online(var failures, var since, _) ->
                    await(
                            now - since >= STABLE_NANOS ? 1 : failures + 1,
                            loss,
                            now,
                            jitter,
                            action);
        };
    }

    private static UplinkStep timePassed(UplinkState state, long now, double jitter) {
        return switch (state) {
            case Waiting(var failures, var retry, _) when now - retry >= 0 ->
                    new UplinkStep(new Connecting(failures, now), Action.CONNECT);
            case Connecting(_, var since) when now - since >= LONGEST_CONNECT_NANOS ->
                    lost(
                            state,
                            Loss.passing("the relay does not answer"),
                            now,
                            jitter,
                            Action.ABORT);
            case Online(_, _, var heard) when now - heard >= LONGEST_SILENCE_NANOS ->
                    lost(
                            state,
                            Loss.passing("the relay has been silent for 15 s"),
                            now,
                            jitter,
                            Action.ABORT);
            case Waiting _, Connecting _, Online _ -> stay(state);
        };
    }

    private static UplinkStep await(
            int failures, Loss loss, long now, double jitter, Action action) {
        var wait =
                loss.hopeless() ? RECONNECTS.longest() : RECONNECTS.afterFailure(failures, jitter);
        return new UplinkStep(new Waiting(failures, now + wait.toNanos(), loss.reason()), action);
    }

    private static UplinkStep stay(UplinkState state) {
        return new UplinkStep(state, Action.NOTHING);
    }
}
