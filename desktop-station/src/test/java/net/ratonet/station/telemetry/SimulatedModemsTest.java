package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class SimulatedModemsTest {

    private final FakeTicker ticker = new FakeTicker();
    private final SimulatedModems modems = new SimulatedModems(1, ticker);

    @Test
    void saysInItsNamesThatItIsSimulated() {
        assertThat(modems.readingAt(Duration.ZERO).links())
                .extracting(LinkReading::interfaceName)
                .containsExactly("sim-wwan0", "sim-wwan1", "sim-wwan2");
        assertThat(modems.readingAt(Duration.ZERO).links())
                .extracting(LinkReading::type)
                .containsOnly(LinkClass.MOBILE);
    }

    @Test
    void givesTheSameWorldForTheSameSeed() {
        var twin = new SimulatedModems(1, ticker);
        var other = new SimulatedModems(2, ticker);
        var time = Duration.ofSeconds(77);

        assertThat(twin.readingAt(time)).isEqualTo(modems.readingAt(time));
        assertThat(other.readingAt(time)).isNotEqualTo(modems.readingAt(time));
    }

    @Test
    void variesAndHasBadStretches() {
        var scores = new HashSet<Integer>();
        var lost = 0;
        for (var second = 0; second < 600; second++) {
            for (var link : modems.readingAt(Duration.ofSeconds(second)).links()) {
                scores.add(link.score());
                lost += link.connected() ? 0 : 1;
            }
        }

        assertThat(scores).hasSizeGreaterThan(20);
        assertThat(lost).isBetween(1, 60);
    }

    @Test
    void alwaysKeepsAModemConnected() {
        for (var second = 0; second < 600; second++) {
            assertThat(modems.readingAt(Duration.ofSeconds(second)).links())
                    .anyMatch(LinkReading::connected);
        }
    }

    @Test
    void followsTheTicker() {
        ticker.advance(Duration.ofSeconds(9));

        NetworkReading reading = modems.collect().orElseThrow();

        assertThat(reading).isEqualTo(modems.readingAt(Duration.ofSeconds(9)));
    }
}
