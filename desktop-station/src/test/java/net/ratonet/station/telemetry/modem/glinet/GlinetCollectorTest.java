package net.ratonet.station.telemetry.modem.glinet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.ModemLogins;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.LoginGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlinetCollectorTest {

    private static final Gateway LAN =
            new Gateway("eth0", InetAddress.getLoopbackAddress(), "192.168.8.1");

    private final FakeTicker ticker = new FakeTicker();

    @ParameterizedTest
    @CsvSource({"1, ''", "1, md5", "5, sha256", "6, sha512"})
    void readsTheModemOfEachFirmware(int alg, String hashMethod) throws IOException {
        try (var router = new SimulatedGlinetRouter(alg, hashMethod)) {
            var collector = collector(router.root(), "eth0=Segredo-123");

            assertThat(collect(collector))
                    .containsExactly(
                            new ModemReading(
                                    "GL.iNet RM520N-GL",
                                    Optional.of("eth0"),
                                    new RadioCell(
                                            Optional.of("Vivo"),
                                            RadioTechnology.NR_WITH_LTE,
                                            Optional.of("B3+n78"),
                                            OptionalLong.of(6_921),
                                            OptionalInt.empty()),
                                    new RadioSignal(
                                            OptionalDouble.of(-94),
                                            OptionalDouble.of(-11),
                                            OptionalDouble.of(14),
                                            OptionalInt.of(75)),
                                    SimState.READY,
                                    false,
                                    OptionalLong.of(7_340_032)));
        }
    }

    @Test
    void keepsItsSessionUntilTheRouterForgetsIt() throws IOException {
        try (var router = new SimulatedGlinetRouter(5, "sha256")) {
            var collector = collector(router.root(), "eth0=Segredo-123");

            collect(collector);
            collect(collector);
            assertThat(router.logins()).isEqualTo(1);

            router.forgetSession();

            assertThat(collect(collector)).hasSize(1);
            assertThat(router.logins()).isEqualTo(2);
        }
    }

    @Test
    void givesAListToAModelThatWantsOne() throws IOException {
        try (var router = new SimulatedGlinetRouter(5, "sha256")) {
            var collector = collector(router.root(), "eth0=Segredo-123");

            router.wantListsOnly();

            assertThat(collect(collector)).hasSize(1);
        }
    }

    @Test
    void takesWhatTheRouterTellsAndLeavesTheRestOut() throws IOException {
        try (var router = new SimulatedGlinetRouter(5, "sha256")) {
            var collector = collector(router.root(), "eth0=Segredo-123");

            router.tell(
                    "{\"mode\":4,\"rsrp\":-32768}",
                    "{\"cells\":[{\"id\":\"301\",\"mode\":\"LTE\"}]}");

            var modem = collect(collector).getFirst();

            assertThat(modem.cell())
                    .isEqualTo(
                            new RadioCell(
                                    Optional.of("Vivo"),
                                    RadioTechnology.LTE,
                                    Optional.empty(),
                                    OptionalLong.empty(),
                                    OptionalInt.of(301)));
            assertThat(modem.signal()).isEqualTo(RadioSignal.UNKNOWN);
        }
    }

    @Test
    void triesAWrongPasswordOnce() throws IOException {
        try (var router = new SimulatedGlinetRouter(5, "sha256")) {
            var collector = collector(router.root(), "eth0=wrong");

            for (var hour = 0; hour < 48; hour++) {
                assertThat(collect(collector)).isEmpty();
                ticker.advance(Duration.ofHours(1));
            }

            assertThat(router.refused()).isEqualTo(1);
        }
    }

    @Test
    void asksNobodyForWhomThereIsNoPassword() throws IOException {
        try (var router = new SimulatedGlinetRouter(5, "sha256")) {
            var collector = collector(router.root(), "wlan0=Segredo-123");

            assertThat(collect(collector)).isEmpty();

            assertThat(router.questions()).isZero();
        }
    }

    /// Its password must still be there for the collector that knows such a modem.
    @Test
    void takesNoPasswordForARouterOfAnotherKind() throws IOException {
        var asked = new AtomicInteger();
        var other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        other.start();
        var guard = guard("eth0=Segredo-123");
        var collector = collector("http://127.0.0.1:" + other.getAddress().getPort(), guard);
        try {
            assertThat(collect(collector)).isEmpty();
            assertThat(collect(collector)).isEmpty();

            assertThat(asked).hasValue(1);
            assertThat(guard.take("eth0")).contains("Segredo-123");
        } finally {
            other.stop(0);
        }
    }

    private GlinetCollector collector(String root, String logins) {
        return collector(root, guard(logins));
    }

    private GlinetCollector collector(String root, LoginGuard guard) {
        return new GlinetCollector(
                () -> List.of(LAN), at -> new DeviceHttp(root, at.local()), guard, ticker);
    }

    private LoginGuard guard(String logins) {
        return new LoginGuard(ModemLogins.parse(logins).orElseThrow(), ticker);
    }

    private static List<ModemReading> collect(GlinetCollector collector) {
        return collector.collect().orElseThrow();
    }
}
