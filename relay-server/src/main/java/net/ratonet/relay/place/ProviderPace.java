package net.ratonet.relay.place;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.flow.BackOff;

/// When the provider may be asked next: at most once in an interval, later after failures, much
/// later when it has turned us away.
record ProviderPace(
        Duration interval, BackOff failing, BackOff turnedAway, long nextNanos, int failures) {

    /// One request a second for the whole relay is what OpenStreetMap's policy allows.
    static ProviderPace polite(long nowNanos) {
        return new ProviderPace(
                Duration.ofSeconds(1),
                new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5)),
                new BackOff(Duration.ofMinutes(1), Duration.ofHours(6)),
                nowNanos,
                0);
    }

    /// Not above zero when it may be asked now.
    long waitNanos(long nowNanos) {
        return nextNanos - nowNanos;
    }

    boolean isFailing() {
        return failures > 0;
    }

    ProviderPace after(PlaceAnswer answer, long nowNanos) {
        return switch (answer) {
            case PlaceAnswer.Named _ -> next(nowNanos, interval, 0);
            case PlaceAnswer.Failed _ ->
                    next(nowNanos, failing.afterFailure(failures + 1), failures + 1);
            case PlaceAnswer.TurnedAway(_, var retryAfter) ->
                    next(nowNanos, longer(retryAfter), failures + 1);
        };
    }

    private Duration longer(Optional<Duration> retryAfter) {
        var ours = turnedAway.afterFailure(failures + 1);
        return retryAfter.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }

    private ProviderPace next(long nowNanos, Duration wait, int failuresSoFar) {
        return new ProviderPace(
                interval, failing, turnedAway, nowNanos + wait.toNanos(), failuresSoFar);
    }
}
