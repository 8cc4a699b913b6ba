package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.ratonet.relay.health.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconnectRuleTest {

    private static final ReconnectRule RULE = ReconnectRule.DEFAULT;
    private static final ObsClosure LOST = new ObsClosure.Lost(new Sentence("caiu", "gone"));

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "4, 16", "5, 30", "1000, 30", "2147483647, 30"})
    void knocksEverMoreRarelyAndForEver(int failures, int seconds) {
        var delay = RULE.delay(LOST, failures, random).orElseThrow();

        assertThat(delay)
                .isBetween(Duration.ofMillis(seconds * 800L), Duration.ofMillis(seconds * 1_200L));
    }

    @Test
    void knocksOffTheBeat() {
        var one = RULE.delay(LOST, 3, random);
        var other = RULE.delay(LOST, 3, random);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void triesAWrongPasswordSlowly() {
        var delay = RULE.delay(new ObsClosure.WrongPassword(), 0, random).orElseThrow();

        assertThat(delay).isGreaterThan(Duration.ofSeconds(45));
    }

    @Test
    void triesAnObsThatIsTooOldSlowly() {
        var delay = RULE.delay(new ObsClosure.Incompatible(), 0, random).orElseThrow();

        assertThat(delay).isGreaterThan(Duration.ofSeconds(45));
    }

    @Test
    void doesNotComeBackByItselfAfterBeingSentAway() {
        assertThat(RULE.delay(new ObsClosure.Kicked(), 0, random)).isEmpty();
    }
}
