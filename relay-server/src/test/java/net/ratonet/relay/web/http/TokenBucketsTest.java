package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void letsABurstThroughAndThenTheRate() {
        var buckets = new TokenBuckets(2, 3, 10);

        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(buckets.take("a", SECOND / 2)).isZero();
        assertThat(buckets.take("a", SECOND / 2)).isPositive();
    }

    @Test
    void fillsNoHigherThanTheBurst() {
        var buckets = new TokenBuckets(2, 2, 10);
        buckets.take("a", 0);

        assertThat(buckets.take("a", 1_000 * SECOND)).isZero();
        assertThat(buckets.take("a", 1_000 * SECOND)).isZero();
        assertThat(buckets.take("a", 1_000 * SECOND)).isPositive();
    }

    @Test
    void countsEachKeyByItself() {
        var buckets = new TokenBuckets(1, 1, 10);
        buckets.take("a", 0);

        assertThat(buckets.take("b", 0)).isZero();
        assertThat(buckets.take("a", 0)).isPositive();
    }

    @Test
    void remembersNoMoreKeysThanItMay() {
        var buckets = new TokenBuckets(1, 1, 100);

        for (var index = 0; index < 10_000; index++) {
            buckets.take("key" + index, 0);
        }

        assertThat(buckets.size()).isEqualTo(100);
    }

    @Test
    void knowsNoLimitAtRateZero() {
        var buckets = new TokenBuckets(0, 0, 10);

        for (var index = 0; index < 1_000; index++) {
            assertThat(buckets.take("a", 0)).isZero();
        }
        assertThat(buckets.size()).isZero();
    }
}
