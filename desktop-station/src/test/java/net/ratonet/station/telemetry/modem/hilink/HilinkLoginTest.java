package net.ratonet.station.telemetry.modem.hilink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.ModemLogins;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.LoginGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stick that wants its password before it tells its signal.
final class HilinkLoginTest {

    private static final Gateway USB =
            new Gateway("usb0", InetAddress.getLoopbackAddress(), "192.168.8.1");

    private final FakeTicker ticker = new FakeTicker();
    private FakeHilinkStick stick;

    @BeforeEach
    void plugIn() throws IOException {
        stick = new FakeHilinkStick(false);
    }

    @AfterEach
    void unplug() {
        stick.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTheSignalAfterALogin(boolean byChallenge) {
        var lock = protect(byChallenge);
        var collector = collector("usb0=Segredo-123");

        var first = collect(collector);
        var second = collect(collector);

        assertThat(first.signal().rsrpDbm()).isEqualTo(OptionalDouble.of(-93));
        assertThat(second.signal().rsrpDbm()).isEqualTo(OptionalDouble.of(-93));
        assertThat(lock.tries()).isEqualTo(1);
    }

    @Test
    void readsWhatIsOpenWithoutAPassword() {
        var lock = protect(true);

        var modem = collect(collector(""));

        assertThat(modem.cell().operator()).contains("Vivo");
        assertThat(modem.signal().rsrpDbm()).isEmpty();
        assertThat(modem.usedBytes()).hasValue(6_000_000);
        assertThat(lock.tries()).isZero();
    }

    @Test
    void givesNoPasswordToWhatIsBehindAnotherLink() {
        var lock = protect(true);

        collect(collector("usb1=Segredo-123"));

        assertThat(lock.tries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void triesAWrongPasswordOnceAndNeverLocksTheStick(boolean byChallenge) {
        var lock = protect(byChallenge);
        var collector = collector("usb0=wrong");

        for (var hour = 0; hour < 48; hour++) {
            assertThat(collect(collector).cell().operator()).contains("Vivo");
            ticker.advance(Duration.ofHours(1));
        }

        assertThat(lock.wrong()).isEqualTo(1);
    }

    @Test
    void leavesAStickAloneThatIsLockedUntilItIsOpenAgain() {
        var lock = protect(true);
        lock.lock();
        var collector = collector("usb0=Segredo-123");

        collect(collector);
        collect(collector);
        assertThat(lock.tries()).isZero();

        stick.protect(new StickLock("Segredo-123", true));
        assertThat(collect(collector).signal().rsrpDbm()).isEmpty();
        ticker.advance(Duration.ofMinutes(10));
        assertThat(collect(collector).signal().rsrpDbm()).isPresent();
    }

    @Test
    void logsInAgainWhenTheStickHasForgottenTheSession() {
        var lock = protect(true);
        var collector = collector("usb0=Segredo-123");
        collect(collector);

        stick.forgetSession(125_003);

        assertThat(collect(collector).signal().rsrpDbm()).isPresent();
        assertThat(lock.tries()).isEqualTo(2);
    }

    private StickLock protect(boolean byChallenge) {
        var lock = new StickLock("Segredo-123", byChallenge);
        stick.protect(lock);
        return lock;
    }

    private HilinkCollector collector(String logins) {
        return new HilinkCollector(
                () -> List.of(USB),
                at -> new DeviceHttp(stick.root(), at.local()),
                new LoginGuard(ModemLogins.parse(logins).orElseThrow(), ticker),
                ticker);
    }

    private static ModemReading collect(HilinkCollector collector) {
        return collector.collect().orElseThrow().getFirst();
    }
}
