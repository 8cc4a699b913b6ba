package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.srt.Sequence;
import org.junit.jupiter.api.Test;

final class FlightLogTest {

    private final FlightLog log = new FlightLog();
    private final List<Integer> arrived = new ArrayList<>();

    @Test
    void countsWhatEachLinkCarries() {
        log.sent(10, 0, 1);
        log.sent(11, 1, 2);
        log.sent(12, 1, 3);

        assertThat(log.inFlight(0)).isEqualTo(1);
        assertThat(log.inFlight(1)).isEqualTo(2);
        assertThat(log.unacknowledged()).isEqualTo(3);
    }

    @Test
    void takesTheLinkThatConfirmsForTheOneThatDelivered() {
        log.sent(10, 0, 1);
        log.sent(10, 1, 2);

        assertThat(log.delivered(10, 0)).isZero();
        assertThat(log.delivered(10, 0)).isEqualTo(1);
        assertThat(log.delivered(10, 0)).isEqualTo(-1);
        assertThat(log.inFlight(0) + log.inFlight(1)).isZero();
    }

    @Test
    void blamesTheLastCarrierOnce() {
        log.sent(10, 0, 1);
        log.sent(10, 2, 2);

        assertThat(log.lost(10)).isEqualTo(2);
        assertThat(log.lost(10)).isEqualTo(-1);
        assertThat(log.lastCarrier(10)).isEqualTo(2);
        assertThat(log.lost(99)).isEqualTo(-1);
    }

    @Test
    void clearsAllThatTheReceiverHas() {
        for (var number = 10; number < 20; number++) {
            log.sent(number, number % 2, 1);
        }

        assertThat(log.acknowledge(15, arrived::add)).isEqualTo(5);

        assertThat(arrived).containsExactly(0, 1, 0, 1, 0);
        assertThat(log.unacknowledged()).isEqualTo(5);
        assertThat(log.inFlight(0) + log.inFlight(1)).isEqualTo(5);
    }

    @Test
    void ignoresAnAcknowledgementOfWhatWasNeverSent() {
        log.sent(10, 0, 1);

        assertThat(log.acknowledge(500_000, arrived::add)).isZero();
        assertThat(log.acknowledge(9, arrived::add)).isZero();
        assertThat(log.inFlight(0)).isEqualTo(1);
    }

    @Test
    void worksAcrossTheWrap() {
        for (var number = Sequence.LAST - 4; number != 5; number = Sequence.next(number)) {
            log.sent(number, 3, 1);
        }

        assertThat(log.inFlight(3)).isEqualTo(10);
        assertThat(log.acknowledge(5, arrived::add)).isEqualTo(10);
        assertThat(log.inFlight(3)).isZero();
    }

    @Test
    void doesNotCountALateRepetitionAsInFlight() {
        log.sent(10, 0, 1);
        log.sent(11, 0, 1);
        log.acknowledge(11, arrived::add);

        log.sent(10, 1, 2);

        assertThat(log.inFlight(1)).isZero();
    }

    @Test
    void tellsASendingTimeOnlyWhereItIsCertain() {
        log.sent(10, 0, 5);
        log.sent(11, 0, 6);
        log.sent(11, 1, 7);

        assertThat(log.sentOnceNanos(10)).isEqualTo(5);
        assertThat(log.sentOnceNanos(11)).isZero();
        assertThat(log.sentOnceNanos(12)).isZero();
    }

    @Test
    void beginsAnewWithAnotherConnection() {
        log.sent(10, 0, 1);

        log.sent(1_000_000_000, 1, 2);

        assertThat(log.inFlight(0)).isZero();
        assertThat(log.unacknowledged()).isEqualTo(1);
    }

    @Test
    void forgetsALinkThatFailed() {
        log.sent(10, 0, 1);
        log.sent(11, 1, 1);

        log.forget(0);

        assertThat(log.inFlight(0)).isZero();
        assertThat(log.inFlight(1)).isEqualTo(1);
    }

    @Test
    void neverCountsWrongWhateverHappens() {
        var random = new Random(3);
        var number = Sequence.LAST - 50_000;
        for (var i = 0; i < 300_000; i++) {
            number = Sequence.plus(number, random.nextInt(3));
            switch (random.nextInt(6)) {
                case 0 -> log.delivered(number - random.nextInt(50), random.nextInt(4));
                case 1 -> log.lost(number - random.nextInt(50));
                case 2 -> log.acknowledge(Sequence.plus(number, -random.nextInt(400)), _ -> {});
                default -> log.sent(number, random.nextInt(4), i);
            }
            for (var slot = 0; slot < 4; slot++) {
                assertThat(log.inFlight(slot)).isBetween(0, log.unacknowledged());
            }
        }
        log.acknowledge(Sequence.next(number), _ -> {});

        assertThat(log.unacknowledged()).isZero();
        for (var slot = 0; slot < 4; slot++) {
            assertThat(log.inFlight(slot)).isZero();
        }
    }
}
