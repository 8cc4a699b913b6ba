package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PeerClockTest {

    private static final long NOW = 77_000_000_000L;

    private final PeerClock clock = new PeerClock(2_141_832, NOW);

    @Test
    void goesOnWhileNothingIsHeard() {
        assertThat(clock.at(NOW + Duration.ofMillis(900).toNanos())).isEqualTo(3_041_832);
    }

    @Test
    void followsWhatWasSeenLast() {
        clock.seen(9_000_000, NOW + Duration.ofSeconds(1).toNanos());

        assertThat(clock.at(NOW + Duration.ofSeconds(3).toNanos())).isEqualTo(11_000_000);
    }

    @Test
    void wrapsAsThePacketsFieldDoes() {
        clock.seen(0xFFFF_FFFFL, NOW);

        assertThat(clock.at(NOW + 1_000)).isZero();
    }
}
