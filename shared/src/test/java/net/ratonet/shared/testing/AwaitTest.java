package net.ratonet.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {

    @Test
    void returnsWhenTheConditionHolds() {
        var looks = new AtomicInteger();

        Await.until("the third look", () -> looks.incrementAndGet() == 3);

        assertThat(looks).hasValue(3);
    }

    @Test
    void givesTheFirstValue() {
        var looks = new AtomicInteger();

        var value =
                Await.value(
                        "a value",
                        () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("here"));

        assertThat(value).isEqualTo("here");
    }

    @Test
    void takesAnExceptionAsNotYet() {
        var looks = new AtomicInteger();

        Await.until(
                "the server answers",
                () -> {
                    if (looks.incrementAndGet() < 3) {
                        throw new IOException("connection refused");
                    }
                    return true;
                });

        assertThat(looks).hasValue(3);
    }

    @Test
    void failsAtTheDeadlineWithTheSentenceAndTheLastException() {
        assertThatThrownBy(() ->
                        Await.until(
                                "pigs fly",
                                Duration.ofMillis(5),
                                () -> {
                                    throw new IOException("no wings");
                                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("waited 5 ms until pigs fly")
                .hasRootCauseMessage("no wings");
    }

    @Test
    void givesUpWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Await.until("never", () -> false))
                .isInstanceOf(AssertionError.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
