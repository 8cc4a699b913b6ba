package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DelayLineTest {

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration DELAY = Duration.ofSeconds(30);

    private final DelayLine<String> line = new DelayLine<>();

    @Test
    void holdsAValueUntilItIsOldEnough() {
        line.add("a", START, DELAY);

        assertThat(line.at(START.plusSeconds(29), DELAY)).isEmpty();
        assertThat(line.at(START.plusSeconds(30), DELAY)).contains("a");
    }

    @Test
    void givesTheNewestOfThoseThatAreOldEnough() {
        line.add("a", START, DELAY);
        line.add("b", START.plusSeconds(1), DELAY);
        line.add("c", START.plusSeconds(20), DELAY);

        assertThat(line.at(START.plusSeconds(40), DELAY)).contains("b");
    }

    @Test
    void hidesAgainWhatALongerDelayMakesTooYoung() {
        line.add("a", START, Duration.ZERO);
        assertThat(line.at(START, Duration.ZERO)).contains("a");

        assertThat(line.at(START.plusSeconds(10), DELAY)).isEmpty();
        assertThat(line.at(START.plusSeconds(30), DELAY)).contains("a");
    }

    @Test
    void forgetsAllWhenCleared() {
        line.add("a", START, DELAY);
        line.add("b", START.plusSeconds(25), DELAY);
        line.at(START.plusSeconds(30), DELAY);

        line.clear();

        assertThat(line.at(START.plusSeconds(90), DELAY)).isEmpty();
    }

    @Test
    void keepsAnHourOfTenPerSecondInLittleRoom() {
        var hour = PrivacyRules.LONGEST_DELAY;

        for (var tenth = 0; tenth < 72_000; tenth++) {
            line.add("point " + tenth, START.plusMillis(tenth * 100L), hour);
        }

        assertThat(line.size()).isLessThanOrEqualTo(1_200);
        assertThat(line.at(START.plus(hour), hour)).contains("point 0");
    }

    @Test
    void dropsTheOldestWhenADelayIsShortenedAndLengthened() {
        for (var milli = 0; milli < 5_000; milli++) {
            line.add("point " + milli, START.plusMillis(milli), Duration.ofMillis(600));
        }

        assertThat(line.size()).isEqualTo(1_200);
        assertThat(line.at(START.plusSeconds(10), DELAY)).isEmpty();
    }
}
