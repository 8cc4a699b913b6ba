package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Test;

final class DeviceRoundTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final DeviceRound<String> round = new DeviceRound<>("test-round");

    @Test
    void gathersWhatEveryDeviceSays() {
        var answers =
                round.ask(
                        List.of("a", "b", "c"),
                        name -> name.equals("b") ? Optional.empty() : Optional.of(name + "!"),
                        LONG);

        assertThat(answers).isEqualTo(Map.of("a", "a!", "c", "c!"));
    }

    @Test
    void leavesADeadDeviceBehindAndDoesNotAskItTwice() throws InterruptedException {
        var never = new CountDownLatch(1);
        var asked = new AtomicInteger();

        for (var turn = 0; turn < 3; turn++) {
            assertThat(
                            round.ask(
                                    List.of("dead", "well"),
                                    name -> answer(name, never, asked),
                                    SHORT))
                    .isEqualTo(Map.of("well", "well"));
        }
        assertThat(asked).hasValue(1);

        never.countDown();
        Await.until(
                "the device is asked again",
                () ->
                        round.ask(List.of("dead"), name -> answer(name, never, asked), LONG)
                                .containsKey("dead"));
    }

    private static Optional<String> answer(String name, CountDownLatch never, AtomicInteger asked) {
        if (name.equals("dead")) {
            asked.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException _) {
                return Optional.empty();
            }
        }
        return Optional.of(name);
    }
}
