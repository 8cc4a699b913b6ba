package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ZoneGateTest {

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private final ZoneGate gate = new ZoneGate();

    @Test
    void opensAtOnceForOneWhoStartsFarAway() {
        assertThat(gate.passes(5_000, START)).isTrue();
    }

    @Test
    void staysShutForOneWhoStartsNearTheBorder() {
        assertThat(gate.passes(50, START)).isFalse();
    }

    @Test
    void isNotFooledByABadFirstFix() {
        assertThat(gate.passes(320, START)).isFalse();
        assertThat(gate.passes(-50, START.plusSeconds(1))).isFalse();
    }

    @Test
    void opensAfterTenSecondsForOneWhoStartsNearby() {
        gate.passes(320, START);

        assertThat(gate.passes(330, START.plusSeconds(9))).isFalse();
        assertThat(gate.passes(340, START.plusSeconds(10))).isTrue();
    }

    @Test
    void shutsBeforeTheBorder() {
        gate.passes(5_000, START);

        assertThat(gate.passes(40, START)).isTrue();
        assertThat(gate.passes(20, START)).isFalse();
    }

    @Test
    void isNotFooledByAFixThatJumpsOutside() {
        gate.passes(-50, START);

        assertThat(gate.passes(200, START.plusSeconds(1))).isFalse();
        assertThat(gate.passes(-50, START.plusSeconds(2))).isFalse();
        assertThat(gate.passes(200, START.plusSeconds(11))).isFalse();
    }

    @Test
    void opensAfterTenSecondsWellOutside() {
        gate.passes(-50, START);
        gate.passes(80, START.plusSeconds(1));

        assertThat(gate.passes(150, START.plusSeconds(10))).isFalse();
        assertThat(gate.passes(160, START.plusSeconds(11))).isTrue();
    }
}
