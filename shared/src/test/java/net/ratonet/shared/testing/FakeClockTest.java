package net.ratonet.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FakeClockTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final FakeClock clock = new FakeClock(NOON);

    @Test
    void standsStillUntilMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.nowNanos()).isZero();
    }

    @Test
    void movesBothTimesTogether() {
        clock.advance(Duration.ofMillis(1_500));

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1_500));
        assertThat(clock.nowNanos()).isEqualTo(1_500_000_000);
    }

    @Test
    void correctsTheWallClockWithoutMovingMonotonicTime() {
        clock.advance(Duration.ofSeconds(3));

        clock.correctTo(NOON.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(60));
        assertThat(clock.nowNanos()).isEqualTo(3_000_000_000L);
    }

    @Test
    void neverGoesBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
