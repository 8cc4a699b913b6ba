package net.ratonet.station.telemetry.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PingProbeTest {

    private static final LinkQuality GOOD = new LinkQuality(40, 3, 0);

    @Test
    void readsTheSummaryOfIputils() {
        var text =
                """
                3 packets transmitted, 2 received, 33.3333% packet loss, time 402ms
                rtt min/avg/max/mdev = 38.029/45.053/52.084/5.022 ms
                """;

        assertThat(PingOutput.parse(text)).contains(new LinkQuality(45.053, 5.022, 33.3333));
    }

    @Test
    void readsTheSummaryOfBusyBox() {
        var text =
                """
                3 packets transmitted, 3 packets received, 0% packet loss
                round-trip min/avg/max = 30.0/40.0/60.0 ms
                """;

        assertThat(PingOutput.parse(text)).contains(new LinkQuality(40, 15, 0));
    }

    @Test
    void readsThatNothingCameBack() {
        var text = "3 packets transmitted, 0 received, 100% packet loss, time 2043ms\n";

        assertThat(PingOutput.parse(text)).contains(new LinkQuality(0, 0, 100));
    }

    @Test
    void learnsNothingFromAComplaint() {
        assertThat(PingOutput.parse("ping: unknown iface wwan7")).isEmpty();
        assertThat(PingOutput.parse("")).isEmpty();
    }

    @Test
    void blamesALinkOnlyWhenAnotherOneReachesTheHost() {
        var deaf = LinkQuality.DEAF;

        assertThat(PingProbe.verdict(Map.of("a", GOOD, "b", deaf)))
                .isEqualTo(Map.of("a", GOOD, "b", deaf));
        assertThat(PingProbe.verdict(Map.of("a", deaf, "b", deaf))).isEmpty();
    }

    @Test
    void asksTheBondingFirst() {
        var source =
                QualitySource.bonded(
                        name -> name.equals("wwan0") ? Optional.of(GOOD) : Optional.empty(),
                        rest -> {
                            assertThat(rest).containsExactly("wwan1");
                            return Map.of("wwan1", LinkQuality.DEAF);
                        });

        assertThat(source.measure(List.of("wwan0", "wwan1")))
                .isEqualTo(Map.of("wwan0", GOOD, "wwan1", LinkQuality.DEAF));
    }

    @Test
    @Tag("linux")
    void pingsThroughTheInterfaceThatItIsTold() {
        var measured = new PingProbe("ping", "127.0.0.1").measure(List.of("lo", "no-such-link"));

        assertThat(measured).containsOnlyKeys("lo");
        assertThat(measured.values())
                .allSatisfy(lo -> {
                    assertThat(lo.lossPct()).isZero();
                    assertThat(lo.rttMs()).isBetween(0.001, 500.0);
                });
    }

    @Test
    void measuresNothingWithoutAPing() {
        assertThat(new PingProbe("/no/such/ping", "127.0.0.1").measure(List.of("lo"))).isEmpty();
    }
}
