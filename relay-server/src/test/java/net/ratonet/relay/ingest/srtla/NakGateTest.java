package net.ratonet.relay.ingest.srtla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NakGateTest {

    private static final int LAST = Sequence.LAST;

    private final NakGate gate = new NakGate(Duration.ofSeconds(2));
    private final ByteBuffer report = ByteBuffer.allocate(1_456);
    private long now = 1_000_000_000;

    @Test
    void holdsAReportUntilThePacketIsLateEnough() {
        gate.spread(Duration.ofMillis(150));
        came(1, 3);

        assertThat(asked(2)).isEmpty();
        pass(149);
        assertThat(asked(2)).isEmpty();
        pass(1);
        assertThat(asked(2)).containsExactly("2-2");
        assertThat(gate.suppressed()).isEqualTo(2);
    }

    @Test
    void asksAgainOnlyAfterAnAnswerCouldBeHere() {
        gate.spread(Duration.ZERO);
        gate.roundTrip(200_000);
        came(1, 3);
        pass(100);

        assertThat(asked(2)).containsExactly("2-2");
        pass(259);
        assertThat(asked(2)).isEmpty();
        pass(1);
        assertThat(asked(2)).containsExactly("2-2");
    }

    @Test
    void asksNoMoreForWhatHasCome() {
        came(1, 4, 2);
        pass(500);

        assertThat(asked(2, 3)).containsExactly("3-3");
        assertThat(gate.arrived(3, true, 1, now)).isEqualTo(Arrival.RECOVERED);
        assertThat(asked(3)).isEmpty();
        assertThat(gate.arrived(3, false, 1, now)).isEqualTo(Arrival.DUPLICATE);
    }

    @Test
    void writesNeighboursAsOneRange() {
        came(1, 20);
        pass(500);
        var nak = Packets.nakHeader(0);
        LossList.put(nak, 2, 5);
        LossList.put(nak, 6, 6);
        LossList.put(nak, 9, 12);

        var kept = gate.filter(nak.flip(), report.clear(), now);

        assertThat(kept).isEqualTo(9);
        assertThat(ranges()).containsExactly("2-6", "9-12");
        assertThat(report.getInt(0)).isEqualTo(0x80030000);
    }

    @Test
    void waitsLongerOnceOriginalsHaveComeLate() {
        gate.spread(Duration.ZERO);
        came(1, 3);
        pass(300);

        came(2);

        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(330));
        pass(10_000);
        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(165));
        pass(10_000);
        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void takesNoRetransmissionForALateOriginal() {
        gate.spread(Duration.ZERO);
        came(1, 3);
        pass(300);

        gate.arrived(2, true, 1, now);

        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void neverHoldsLongerThanHalfTheLatencyOrHalfASecond() {
        gate.spread(Duration.ofSeconds(5));

        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(500));
        gate.latency(Duration.ofMillis(120));
        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void isPatientWhileTheLinksAreUnknown() {
        assertThat(gate.hold(now)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void keepsCountAcrossTheWrap() {
        gate.spread(Duration.ZERO);
        came(LAST - 1, 2);
        pass(100);
        var nak = Packets.nakHeader(0);
        LossList.put(nak, LAST, 1);

        gate.filter(nak.flip(), report.clear(), now);

        assertThat(ranges()).containsExactly(LAST + "-1");
        assertThat(gate.arrived(0, true, 1, now)).isEqualTo(Arrival.RECOVERED);
        assertThat(gate.arrived(LAST - 1, true, 1, now)).isEqualTo(Arrival.DUPLICATE);
    }

    @Test
    void asksForWhatWentMissingBetweenItAndSrt() {
        came(1, 2, 3);

        assertThat(asked(2)).isEmpty();
        pass(199);
        assertThat(asked(2)).isEmpty();
        pass(1);
        assertThat(asked(2)).containsExactly("2-2");
        assertThat(gate.arrived(2, true, 1, now)).isEqualTo(Arrival.RECOVERED);
    }

    @Test
    void holdsWhatWasSentBeforeTheFirstThatCame() {
        came(10);

        assertThat(asked(9)).isEmpty();
        pass(250);
        assertThat(asked(9)).containsExactly("9-9");
        assertThat(gate.arrived(8, false, 1, now)).isEqualTo(Arrival.FRESH);
        assertThat(gate.arrived(8, false, 1, now)).isEqualTo(Arrival.DUPLICATE);
    }

    @Test
    void forgetsOnlyWhatIsOlderThanItsWindow() {
        for (var n = 0; n < ArrivalWindow.SPAN + 10; n++) {
            came(n);
        }

        assertThat(gate.arrived(11, false, 1, now)).isEqualTo(Arrival.DUPLICATE);
        assertThat(gate.arrived(5, false, 1, now)).isEqualTo(Arrival.FRESH);
    }

    @Test
    void isNotLedAstrayByOneWrongNumber() {
        came(1, 2);
        came(1_000_000);
        came(3);

        assertThat(gate.arrived(2, false, 1, now)).isEqualTo(Arrival.DUPLICATE);
    }

    @Test
    void followsAStreamThatHasMoved() {
        came(1, 2);
        for (var n = 0; n < 20; n++) {
            came(1_000_000 + n);
        }

        assertThat(gate.arrived(1_000_019, false, 1, now)).isEqualTo(Arrival.DUPLICATE);
    }

    @Test
    void marksNoMoreThanItsShareOfAGreatJump() {
        gate.spread(Duration.ZERO);
        came(1, 20_000);
        pass(100);

        assertThat(asked(19_999)).containsExactly("19999-19999");
        assertThat(asked(2)).isEmpty();
        pass(100);
        assertThat(asked(2)).containsExactly("2-2");
    }

    @Test
    void survivesAReportOfHalfOfAllNumbers() {
        came(1, 3);
        pass(500);
        var nak = Packets.nakHeader(0);
        LossList.put(nak, 2, Sequence.plus(2, 0x3FFF_0000));

        var kept = gate.filter(nak.flip(), report.clear(), now);

        assertThat(kept).isPositive().isLessThanOrEqualTo(8_192);
    }

    @Test
    void writesNoMoreThanFitsIntoOnePacket() {
        for (var n = 0; n < 2_000; n += 2) {
            came(n);
        }
        pass(500);
        var first = nakOfOdd(1, 700);

        gate.filter(first, report.clear(), now);
        var inFirst = ranges();
        gate.filter(nakOfOdd(1, 700), report.clear(), now);

        assertThat(report.position()).isLessThanOrEqualTo(report.capacity());
        assertThat(inFirst).hasSize(350);
        assertThat(ranges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithAModelThatRemembersEverything(long seed) {
        var random = new Random(seed);
        var model = new Model();
        var start = random.nextInt() & LAST;
        gate.spread(Duration.ofMillis(120));
        gate.roundTrip(80_000);
        var newest = 0;

        for (var round = 0; round < 4_000; round++) {
            pass(random.nextInt(8));
            var step = random.nextInt(10) == 0 ? random.nextInt(20) : 1;
            var offset = random.nextInt(4) == 0 ? newest - random.nextInt(60) : newest + step;
            newest = Math.max(newest, offset);
            if (offset > 0) {
                var sequence = Sequence.plus(start, offset);
                var arrival = gate.arrived(sequence, true, 1, now);
                assertThat(arrival == Arrival.DUPLICATE).isEqualTo(model.arrived(offset, now));
            }
            if (random.nextInt(5) == 0 && newest > 1) {
                var lost = 1 + random.nextInt(newest);
                lost = Math.max(lost, newest - 100);
                if (model.isMissing(lost)) {
                    assertThat(!asked(Sequence.plus(start, lost)).isEmpty())
                            .isEqualTo(model.asks(lost, now, 120, 104));
                }
            }
        }
        assertThat(model.timesAsked).isGreaterThan(5);
    }

    private void came(int... sequences) {
        for (var sequence : sequences) {
            gate.arrived(sequence, false, 1, now);
        }
    }

    private void pass(int millis) {
        now += millis * 1_000_000L;
    }

    private List<String> asked(int... sequences) {
        var nak = Packets.nakHeader(0);
        for (var sequence : sequences) {
            LossList.put(nak, sequence, sequence);
        }
        gate.filter(nak.flip(), report.clear(), now);
        return ranges();
    }

    private static ByteBuffer nakOfOdd(int from, int until) {
        var nak = Packets.nakHeader(0);
        for (var n = from; n < until; n += 2) {
            LossList.put(nak, n, n);
        }
        return nak.flip();
    }

    private List<String> ranges() {
        var all = new ArrayList<String>();
        var written = report.duplicate().flip();
        LossList.walk(written, 100_000, (first, last) -> all.add(first + "-" + last));
        return all;
    }

    /// The same rules with maps that never forget; numbers do not wrap.
    private static final class Model {

        private final TreeMap<Integer, Long> missingSince = new TreeMap<>();
        private final TreeMap<Integer, Long> askedAt = new TreeMap<>();
        private final TreeMap<Integer, Boolean> here = new TreeMap<>();
        private int timesAsked;

        boolean arrived(int offset, long now) {
            if (!here.isEmpty()) {
                for (var n = here.lastKey() + 1; n < offset; n++) {
                    missingSince.put(n, now);
                }
            }
            missingSince.remove(offset);
            return here.put(offset, true) != null;
        }

        boolean isMissing(int offset) {
            return missingSince.containsKey(offset);
        }

        boolean asks(int offset, long now, int holdMs, int repeatMs) {
            var asked = askedAt.get(offset);
            var since = missingSince.getOrDefault(offset, now);
            var ripe =
                    asked == null
                            ? millis(now) - millis(since) >= holdMs
                            : millis(now) - millis(asked) >= repeatMs;
            if (ripe) {
                askedAt.put(offset, now);
                timesAsked++;
            }
            return ripe;
        }

        private static long millis(long nanos) {
            return nanos / 1_000_000;
        }
    }
}
