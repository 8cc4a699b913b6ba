package net.ratonet.station.telemetry.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.LinkDetail;
import net.ratonet.station.telemetry.LinksReading;
import org.junit.jupiter.api.Test;

final class InterfaceCollectorTest {

    private final FakeTicker ticker = new FakeTicker();
    private List<InterfaceSample> system = List.of();
    private Map<String, LinkQuality> quality = Map.of();
    private Optional<String> dish = Optional.empty();

    @Test
    void reportsInterfacesThatAreUpAndHaveAnAddress() {
        system =
                List.of(
                        up("wwan0", 0),
                        new InterfaceSample("eth0", false, List.of("10.0.0.1/24"), 0, 0),
                        new InterfaceSample("wlan0", true, List.of(), 0, 0));

        var links = links(collector());

        assertThat(links).extracting(LinkReading::interfaceName).containsExactly("wwan0");
        assertThat(links).extracting(LinkReading::type).containsExactly(LinkClass.MOBILE);
    }

    @Test
    void leavesOutWhatLeadsToContainersOnly() {
        system = List.of(up("veth12ab", 0), up("docker0", 0), up("br-1234", 0), up("eth0", 0));

        assertThat(links(collector()))
                .extracting(LinkReading::interfaceName)
                .containsExactly("eth0");
    }

    @Test
    void countsWhatAnInterfaceCarriesEitherWay() {
        var collector = collector();
        system = List.of(new InterfaceSample("eth0", true, List.of("10.0.0.1/24"), 1_000, 500));
        collect(collector);

        ticker.advance(Duration.ofSeconds(5));
        system =
                List.of(
                        new InterfaceSample(
                                "eth0", true, List.of("10.0.0.1/24"), 1_251_000, 2_500_500));
        var reading = collect(collector);

        assertThat(reading.network().links().getFirst().bandwidthMbps()).isCloseTo(6, within(1e-9));
        assertThat(detail(reading, "eth0").receivedMbps()).isCloseTo(2, within(1e-9));
        assertThat(detail(reading, "eth0").sentMbps()).isCloseTo(4, within(1e-9));
    }

    @Test
    void takesACounterThatFellForARestart() {
        var collector = collector();
        system = List.of(up("eth0", 1_000_000));
        collect(collector);

        ticker.advance(Duration.ofSeconds(5));
        system = List.of(up("eth0", 10));

        assertThat(links(collector).getFirst().bandwidthMbps()).isZero();
    }

    @Test
    void reportsTheChosenOnesEvenWhenTheyAreGone() {
        system = List.of(up("eth0", 0), new InterfaceSample("wwan1", false, List.of(), 0, 0));

        var links = links(collector("wwan0", "wwan1"));

        assertThat(links)
                .extracting(LinkReading::interfaceName)
                .containsExactlyInAnyOrder("wwan0", "wwan1");
        assertThat(links).noneMatch(LinkReading::connected);
    }

    @Test
    void scoresWhatWasMeasured() {
        system = List.of(up("wwan0", 0), up("wwan1", 0), up("wwan2", 0));
        quality = Map.of("wwan0", new LinkQuality(120, 12, 1), "wwan1", new LinkQuality(0, 0, 100));

        var links = links(collector());

        assertThat(links.get(0))
                .isEqualTo(
                        new LinkReading(
                                "wwan0", LinkClass.MOBILE, true, 120, 12, 1, 0, 100 - 25 - 5 - 3));
        assertThat(links.get(1).connected()).isFalse();
        assertThat(links.get(1).score()).isZero();
        assertThat(links.get(2).score()).isEqualTo(100);
    }

    @Test
    void callsTheLinkOfADishByItsName() {
        system = List.of(up("eth0", 0));
        dish = Optional.of("10.0.0.1");

        assertThat(links(collector()).getFirst().type()).isEqualTo(LinkClass.STARLINK);
    }

    @Test
    void knowsWhatStandsBehindALink() {
        system = List.of(up("wlan0", 0));

        var detail = detail(collect(collector()), "wlan0");

        assertThat(detail.addresses()).containsExactly("10.0.0.1/24");
        assertThat(detail.driver()).contains("brcmfmac");
        assertThat(detail.wifiSignalDbm()).isEqualTo(OptionalInt.of(-61));
    }

    @Test
    void readsThisMachinesInterfacesWithoutLoopback() {
        var collector =
                InterfaceCollector.ofThisMachine(
                        List.of(), QualitySource.NONE, Optional::empty, ticker);

        assertThat(links(collector)).extracting(LinkReading::interfaceName).doesNotContain("lo");
    }

    private InterfaceCollector collector(String... chosen) {
        var wifi = new LinkHardware(Optional.of("brcmfmac"), Optional.empty(), false, true, false);
        return new InterfaceCollector(
                List.of(chosen),
                new InterfaceSources(
                        () -> system,
                        name -> name.equals("wlan0") ? wifi : LinkHardware.UNKNOWN,
                        () -> Map.of("wlan0", -61),
                        _ -> quality,
                        () -> dish),
                ticker);
    }

    private static InterfaceSample up(String name, long received) {
        return new InterfaceSample(name, true, List.of("10.0.0.1/24"), received, 0);
    }

    private static LinkDetail detail(LinksReading reading, String name) {
        return Objects.requireNonNull(reading.details().get(name));
    }

    private static LinksReading collect(InterfaceCollector collector) {
        return collector.collect().orElseThrow();
    }

    private static List<LinkReading> links(InterfaceCollector collector) {
        return collect(collector).network().links();
    }
}
