package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class InterfaceCollectorTest {

    private final FakeTicker ticker = new FakeTicker();
    private List<InterfaceSample> system = List.of();

    @Test
    void reportsInterfacesThatAreUpAndHaveAnAddress() {
        system =
                List.of(
                        new InterfaceSample("wwan0", true, true, 0),
                        new InterfaceSample("eth0", false, true, 0),
                        new InterfaceSample("wlan0", true, false, 0));

        var links = collect(collector());

        assertThat(links).extracting(LinkReading::interfaceName).containsExactly("wwan0");
        assertThat(links).extracting(LinkReading::type).containsExactly(LinkClass.MOBILE);
    }

    @Test
    void countsWhatAnInterfaceCarries() {
        var collector = collector();
        system = List.of(new InterfaceSample("eth0", true, true, 1_000_000));
        collect(collector);

        ticker.advance(Duration.ofSeconds(5));
        system = List.of(new InterfaceSample("eth0", true, true, 3_500_000));

        assertThat(collect(collector).getFirst().bandwidthMbps()).isCloseTo(4, within(1e-9));
    }

    @Test
    void takesACounterThatFellForARestart() {
        var collector = collector();
        system = List.of(new InterfaceSample("eth0", true, true, 1_000_000));
        collect(collector);

        ticker.advance(Duration.ofSeconds(5));
        system = List.of(new InterfaceSample("eth0", true, true, 10));

        assertThat(collect(collector).getFirst().bandwidthMbps()).isZero();
    }

    @Test
    void reportsTheChosenOnesEvenWhenTheyAreGone() {
        system =
                List.of(
                        new InterfaceSample("eth0", true, true, 0),
                        new InterfaceSample("wwan1", false, false, 0));

        var links = collect(collector("wwan0", "wwan1"));

        assertThat(links)
                .extracting(LinkReading::interfaceName)
                .containsExactlyInAnyOrder("wwan0", "wwan1");
        assertThat(links).noneMatch(LinkReading::connected);
    }

    @Test
    void readsThisMachinesInterfacesWithoutLoopback() {
        var links = collect(InterfaceCollector.ofThisMachine(List.of(), ticker));

        assertThat(links).extracting(LinkReading::interfaceName).doesNotContain("lo");
    }

    private InterfaceCollector collector(String... chosen) {
        return new InterfaceCollector(List.of(chosen), () -> system, ticker);
    }

    private static List<LinkReading> collect(InterfaceCollector collector) {
        return collector.collect().orElseThrow().links();
    }
}
