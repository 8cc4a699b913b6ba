package net.ratonet.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class AttemptLimiterTest {

    private static final String HOME = "203.0.113.7";

    private final FakeTicker ticker = new FakeTicker();
    private final AttemptLimiter limiter = new AttemptLimiter(ticker);

    @Test
    void forgivesThreeTypingMistakes() {
        fail(HOME, 3);

        assertThat(limiter.remaining(HOME)).isEmpty();
    }

    @Test
    void doublesTheWaitWithEachFurtherFailure() {
        fail(HOME, 4);
        assertThat(limiter.remaining(HOME)).contains(Duration.ofSeconds(1));

        fail(HOME, 1);
        assertThat(limiter.remaining(HOME)).contains(Duration.ofSeconds(2));

        fail(HOME, 1);
        assertThat(limiter.remaining(HOME)).contains(Duration.ofSeconds(4));
    }

    @Test
    void neverMakesAnybodyWaitLongerThanFiveMinutes() {
        fail(HOME, 1_000);

        assertThat(limiter.remaining(HOME)).contains(Duration.ofMinutes(5));
    }

    @Test
    void letsTheAddressTryAgainAfterTheWait() {
        fail(HOME, 4);

        ticker.advance(Duration.ofMillis(400));
        assertThat(limiter.remaining(HOME)).contains(Duration.ofMillis(600));
        ticker.advance(Duration.ofMillis(600));

        assertThat(limiter.remaining(HOME)).isEmpty();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(HOME, 3);
        limiter.succeeded(HOME);

        fail(HOME, 3);

        assertThat(limiter.remaining(HOME)).isEmpty();
    }

    @Test
    void forgetsFailuresOfLongAgo() {
        fail(HOME, 4);

        ticker.advance(Duration.ofMinutes(31));
        limiter.failed("198.51.100.1");

        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void leavesOtherAddressesAlone() {
        fail(HOME, 10);

        assertThat(limiter.remaining("203.0.113.8")).isEmpty();
    }

    @Test
    void countsAWholeIpv6NetworkAsOneGuesser() {
        fail("2001:db8:1:2::1", 3);
        fail("2001:db8:1:2:ffff::9", 1);

        assertThat(limiter.remaining("2001:db8:1:2::77")).isPresent();
        assertThat(limiter.remaining("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void takesTextThatIsNoAddress() {
        fail("unknown", 4);

        assertThat(limiter.remaining("unknown")).isPresent();
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        for (var number = 0; number < 20_000; number++) {
            limiter.failed("10.0." + number / 256 + "." + number % 256);
        }

        assertThat(limiter.size()).isEqualTo(10_000);
    }

    private void fail(String address, int times) {
        for (var count = 0; count < times; count++) {
            limiter.failed(address);
        }
    }
}
