package net.ratonet.station.telemetry.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.ModemLogins;
import org.junit.jupiter.api.Test;

final class LoginGuardTest {

    private final FakeTicker ticker = new FakeTicker();
    private final LoginGuard guard =
            new LoginGuard(ModemLogins.parse("usb0=a usb1=b").orElseThrow(), ticker);

    @Test
    void givesAPasswordToOneAtATime() {
        assertThat(guard.take("usb0")).contains("a");

        assertThat(guard.take("usb0")).isEmpty();
        assertThat(guard.take("usb1")).contains("b");
    }

    @Test
    void givesAnAcceptedPasswordAgain() {
        guard.take("usb0");
        guard.accepted("usb0");

        assertThat(guard.take("usb0")).contains("a");
    }

    @Test
    void givesARefusedPasswordNeverAgain() {
        guard.take("usb0");
        guard.refused("usb0");
        guard.failed("usb0", "the router answers error -32000");
        ticker.advance(Duration.ofDays(7));

        assertThat(guard.take("usb0")).isEmpty();
        assertThat(guard.take("usb1")).contains("b");
    }

    @Test
    void waitsTenMinutesAfterAnotherFailure() {
        guard.take("usb0");
        guard.failed("usb0", "nobody answers");

        ticker.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(guard.take("usb0")).isEmpty();
        ticker.advance(Duration.ofNanos(1));
        assertThat(guard.take("usb0")).contains("a");
    }

    @Test
    void knowsNothingWhenItIsClosed() {
        var closed = LoginGuard.closed(ticker);

        assertThat(closed.knows("usb0")).isFalse();
        assertThat(closed.take("usb0")).isEmpty();
    }
}
