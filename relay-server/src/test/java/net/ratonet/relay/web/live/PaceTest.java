package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void restsAsLongAsItWorked() {
        assertThat(Pace.restNanos(1_000)).isEqualTo(1_000);
        assertThat(Pace.restNanos(0)).isZero();
    }

    @Test
    void neverRestsSoLongThatDashboardsFallBehind() {
        assertThat(Pace.restNanos(10_000_000_000L)).isEqualTo(Pace.LONGEST_REST_NANOS);
    }
}
