package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

class RenewedTest {

    private static final Duration OLDEST = Duration.ofMillis(100);

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesAValueOnceForAllWhoAskInTime() {
        var value = renewed(Duration.ZERO);

        assertThat(value.get()).isEqualTo(1);
        ticker.advance(OLDEST.minusNanos(1));
        assertThat(value.get()).isEqualTo(1);
        ticker.advance(Duration.ofNanos(1));
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void makesAnExpensiveValueLessOften() {
        var value = renewed(Duration.ofMillis(50));
        value.get();

        ticker.advance(Duration.ofMillis(400));
        assertThat(value.get()).isEqualTo(1);
        ticker.advance(Duration.ofMillis(50));
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void makesAnExpiredValueAnew() {
        var value = renewed(Duration.ZERO);
        value.get();

        value.expire();

        assertThat(value.get()).isEqualTo(2);
    }

    private Renewed<Integer> renewed(Duration cost) {
        return new Renewed<>(
                () -> {
                    ticker.advance(cost);
                    return made.incrementAndGet();
                },
                OLDEST.toNanos(),
                ticker);
    }
}
