package net.ratonet.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.SimulatedLink.Arrival;
import org.junit.jupiter.api.Test;

final class SimulatedLinkTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final int SIZE = 1_316;

    private final SimulatedLink link = new SimulatedLink(7);

    @Test
    void deliversWhatWasSent() {
        link.send(ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 2), 0);

        var arrivals = link.deliverUntil(SECOND);

        assertThat(arrivals).extracting(Arrival::datagram).containsExactly(bytes(2, 3));
    }

    @Test
    void keepsItsOwnCopyAndLeavesTheSendersBufferAlone() {
        var buffer = ByteBuffer.wrap(new byte[] {1, 2});

        link.send(buffer, 0);
        buffer.put(0, (byte) 9);

        assertThat(buffer.remaining()).isEqualTo(2);
        assertThat(link.deliverUntil(SECOND).getFirst().datagram()).isEqualTo(bytes(1, 2));
    }

    @Test
    void keepsTheRateExactly() {
        link.rate(new Bitrate(2_999_999)).queueLimit(10_000_000);
        for (var i = 0; i < 5_000; i++) {
            link.send(numbered(i), 0);
        }

        var arrivals = link.deliverUntil(60 * SECOND);

        assertThat(arrivals).hasSize(5_000);
        assertThat(arrivals.getLast().atNanos())
                .isEqualTo(Math.ceilDiv(5_000L * SIZE * 8 * SECOND, 2_999_999L));
    }

    @Test
    void sendsAtTheSameRateHoweverOftenItIsLookedAt() {
        var other = new SimulatedLink(7).rate(new Bitrate(1_000_003));
        link.rate(new Bitrate(1_000_003));
        for (var i = 0; i < 50; i++) {
            link.send(numbered(i), 0);
            other.send(numbered(i), 0);
        }

        var often = new ArrayList<Arrival>();
        for (long now = 0; now <= SECOND; now += 77_777) {
            often.addAll(link.deliverUntil(now));
        }

        assertThat(often).isEqualTo(other.deliverUntil(SECOND));
    }

    @Test
    void appliesANewRateToWhatIsStillInTheQueue() {
        link.rate(new Bitrate(8_000));
        link.send(ByteBuffer.allocate(1_000), 0);

        link.deliverUntil(SECOND / 2);
        link.rate(new Bitrate(80_000));

        assertThat(link.deliverUntil(2 * SECOND))
                .extracting(Arrival::atNanos)
                .containsExactly(SECOND / 2 + SECOND / 20);
    }

    @Test
    void letsTheDelayGrowWithTheQueueThenDrops() {
        link.rate(Bitrate.ofKbps(8_000)).queueLimit(10_000);

        var accepted = new ArrayList<Boolean>();
        for (var i = 0; i < 12; i++) {
            accepted.add(link.send(ByteBuffer.allocate(1_000), 0));
        }

        assertThat(accepted.subList(0, 10)).containsOnly(true);
        assertThat(accepted.subList(10, 12)).containsOnly(false);
        assertThat(link.queuedBytes()).isEqualTo(10_000);
        assertThat(link.deliverUntil(SECOND))
                .extracting(arrival -> arrival.atNanos() / MILLI)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(link.overflowed()).isEqualTo(2);
        assertThat(link.queuedBytes()).isZero();
    }

    @Test
    void measuresTheQueueInTimeToo() {
        link.rate(Bitrate.ofKbps(8_000)).queueLimit(Duration.ofMillis(3));

        for (var i = 0; i < 5; i++) {
            link.send(ByteBuffer.allocate(1_000), 0);
        }

        assertThat(link.overflowed()).isEqualTo(2);
    }

    @Test
    void addsTheDelayAfterTheQueue() {
        link.rate(Bitrate.ofKbps(8_000)).delay(Duration.ofMillis(40));

        link.send(ByteBuffer.allocate(1_000), 5 * MILLI);

        assertThat(link.deliverUntil(46 * MILLI - 1)).isEmpty();
        assertThat(link.deliverUntil(46 * MILLI)).hasSize(1);
    }

    @Test
    void losesItsShareAtRandom() {
        link.loss(0.1);

        var arrived = run(link, 20_000).size();

        assertThat(arrived / 20_000.0).isCloseTo(0.9, within(0.01));
        assertThat(link.lost()).isEqualTo(20_000 - arrived);
    }

    @Test
    void losesTheSameShareInBurstsOfTheirMeanLength() {
        link.burstLoss(0.1, 8);

        var arrivals = run(link, 50_000);

        var gaps = gaps(arrivals);
        var lost = gaps.stream().mapToInt(Integer::intValue).sum();
        assertThat(lost / 50_000.0).isCloseTo(0.1, within(0.01));
        assertThat((double) lost / gaps.size()).isCloseTo(8, within(0.6));
    }

    @Test
    void stopsLosingWhenTold() {
        link.burstLoss(0.5, 100).loss(0.5);
        run(link, 1_000);

        link.burstLoss(0, 1).loss(0);

        assertThat(run(link, 1_000)).hasSize(1_000);
    }

    @Test
    void swallowsEverythingInABlackHoleAndRecovers() {
        link.blackHole(true);
        var during = run(link, 100);

        link.blackHole(false);
        var after = run(link, 100);

        assertThat(during).isEmpty();
        assertThat(after).hasSize(100);
        assertThat(link.dropped()).isEqualTo(100);
    }

    @Test
    void deliversWhatWasOnTheWireBeforeTheBlackHole() {
        link.delay(Duration.ofMillis(50));
        link.send(numbered(0), 0);
        link.deliverUntil(10 * MILLI);

        link.blackHole(true);

        assertThat(link.deliverUntil(SECOND)).hasSize(1);
    }

    @Test
    void keepsTheOrderUnderJitter() {
        link.delay(Duration.ofMillis(20)).jitter(Duration.ofMillis(10));

        var arrivals = run(link, 1_000);

        assertThat(numbers(arrivals)).isSorted().hasSize(1_000);
        assertThat(arrivals).extracting(Arrival::atNanos).isSorted();
    }

    @Test
    void reordersByJitterOnlyWhenAllowedTo() {
        link.delay(Duration.ofMillis(20)).jitter(Duration.ofMillis(10)).reordering(true);

        var arrivals = run(link, 1_000);

        assertThat(numbers(arrivals)).isNotEqualTo(numbers(arrivals).stream().sorted().toList());
        assertThat(numbers(arrivals)).doesNotHaveDuplicates().hasSize(1_000);
        assertThat(arrivals).extracting(Arrival::atNanos).isSorted();
    }

    @Test
    void keepsTheOrderWhenTheDelayShrinks() {
        link.delay(Duration.ofMillis(200));
        link.send(numbered(0), 0);
        link.deliverUntil(MILLI);

        link.delay(Duration.ofMillis(1));
        link.send(numbered(1), 2 * MILLI);

        assertThat(numbers(link.deliverUntil(SECOND))).containsExactly(0, 1);
    }

    @Test
    void runsTheSameWithTheSameSeed() {
        var first = run(difficult(42), 5_000);
        var second = run(difficult(42), 5_000);
        var third = run(difficult(43), 5_000);

        assertThat(first).isEqualTo(second).isNotEqualTo(third);
    }

    @Test
    void accountsForEveryDatagram() {
        var difficult = difficult(5).queueLimit(20_000).rate(Bitrate.ofKbps(9_000));

        run(difficult, 5_000);

        assertThat(difficult.overflowed()).isPositive();
        assertThat(difficult.delivered() + difficult.dropped()).isEqualTo(difficult.sent());
    }

    @Test
    void namesTheNextEventAndMissesNothing() {
        link.rate(Bitrate.ofKbps(8_000)).delay(Duration.ofMillis(30));
        link.send(ByteBuffer.allocate(1_000), 0);

        assertThat(link.nextEventNanos()).hasValue(MILLI);
        assertThat(link.deliverUntil(MILLI)).isEmpty();
        assertThat(link.nextEventNanos()).hasValue(31 * MILLI);
        assertThat(link.deliverUntil(31 * MILLI)).hasSize(1);
        assertThat(link.nextEventNanos()).isEmpty();
    }

    @Test
    void takesTimesFromAnyOrigin() {
        link.rate(Bitrate.ofKbps(8_000)).send(ByteBuffer.allocate(1_000), -5 * SECOND);

        assertThat(link.deliverUntil(0))
                .extracting(Arrival::atNanos)
                .containsExactly(-5 * SECOND + MILLI);
    }

    @Test
    void refusesToTravelBackInTime() {
        link.deliverUntil(5);

        assertThatThrownBy(() -> link.send(numbered(0), 4))
                .hasMessage("time goes from 5 back to 4");
        assertThatThrownBy(() -> link.deliverUntil(4)).hasMessage("time goes from 5 back to 4");
    }

    @Test
    void refusesConditionsThatNoLinkHas() {
        assertThatThrownBy(() -> link.rate(Bitrate.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.loss(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.loss(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.burstLoss(0.1, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.burstLoss(0.9, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SimulatedLink difficult(long seed) {
        return new SimulatedLink(seed)
                .rate(Bitrate.ofKbps(20_000))
                .delay(Duration.ofMillis(35))
                .jitter(Duration.ofMillis(15))
                .reordering(true)
                .loss(0.02)
                .burstLoss(0.05, 6);
    }

    /// Sends a datagram every millisecond, long after the last run, and waits for all.
    private static List<Arrival> run(SimulatedLink link, int count) {
        var start = link.sent() * SECOND;
        for (var i = 0; i < count; i++) {
            link.send(numbered(i), start + i * MILLI);
        }
        return link.deliverUntil(start + count * MILLI + SECOND);
    }

    private static List<Integer> gaps(List<Arrival> arrivals) {
        var gaps = new ArrayList<Integer>();
        var expected = 0;
        for (var number : numbers(arrivals)) {
            if (number > expected) {
                gaps.add(number - expected);
            }
            expected = number + 1;
        }
        return gaps;
    }

    private static List<Integer> numbers(List<Arrival> arrivals) {
        return arrivals.stream().map(arrival -> arrival.datagram().getInt(0)).toList();
    }

    private static ByteBuffer numbered(int number) {
        return ByteBuffer.allocate(SIZE).putInt(0, number);
    }

    private static ByteBuffer bytes(int... values) {
        var buffer = ByteBuffer.allocate(values.length);
        for (var value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }
}
