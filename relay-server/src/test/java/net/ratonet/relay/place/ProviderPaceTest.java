package net.ratonet.relay.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.privacy.PlaceName;
import org.junit.jupiter.api.Test;

final class ProviderPaceTest {

    private static final PlaceAnswer NAMED = new PlaceAnswer.Named(PlaceName.UNKNOWN);
    private static final PlaceAnswer FAILED = new PlaceAnswer.Failed("status 500");
    private static final PlaceAnswer TURNED_AWAY =
            new PlaceAnswer.TurnedAway(403, Optional.empty());

    private final ProviderPace pace = ProviderPace.polite(0);

    @Test
    void mayAskAtOnce() {
        assertThat(pace.waitNanos(0)).isZero();
    }

    @Test
    void asksAtMostOnceASecond() {
        assertThat(pace.after(NAMED, 0).waitNanos(0)).isEqualTo(seconds(1));
    }

    @Test
    void waitsLongerWithEachFailureAndNotAfterASuccess() {
        var failing = pace.after(FAILED, 0).after(FAILED, 0).after(FAILED, 0);

        assertThat(failing.waitNanos(0)).isEqualTo(seconds(8));
        assertThat(failing.isFailing()).isTrue();
        assertThat(failing.after(NAMED, 0).waitNanos(0)).isEqualTo(seconds(1));
    }

    @Test
    void leavesAProviderAloneThatTurnsUsAway() {
        assertThat(pace.after(TURNED_AWAY, 0).waitNanos(0)).isEqualTo(seconds(60));
        assertThat(pace.after(TURNED_AWAY, 0).after(TURNED_AWAY, 0).waitNanos(0))
                .isEqualTo(seconds(120));
    }

    @Test
    void obeysALongerWaitThatTheProviderNames() {
        var later = new PlaceAnswer.TurnedAway(429, Optional.of(Duration.ofMinutes(10)));
        var sooner = new PlaceAnswer.TurnedAway(429, Optional.of(Duration.ofSeconds(1)));

        assertThat(pace.after(later, 0).waitNanos(0)).isEqualTo(seconds(600));
        assertThat(pace.after(sooner, 0).waitNanos(0)).isEqualTo(seconds(60));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
