package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.preflight.CheckReport;
import org.junit.jupiter.api.Test;

final class FirstLiveTest {

    private static final ControlAnswer UNREADY =
            new ControlAnswer.Unready(new CheckReport(List.of()));

    @Test
    void asksAgainUntilNothingBlocks() throws Exception {
        assertThat(asked(UNREADY, UNREADY, new ControlAnswer.Done("going live"))).isTrue();
    }

    @Test
    void givesUpWhenAPersonHasTakenOver() throws Exception {
        assertThat(asked(UNREADY, new ControlAnswer.Refused("somebody has said stop"))).isTrue();
    }

    /// Whether all answers, and no more, were asked for.
    private static boolean asked(ControlAnswer... answers) throws InterruptedException {
        Queue<ControlAnswer> left = new ArrayDeque<>(List.of(answers));
        var done = new CountDownLatch(1);
        try (var first =
                new FirstLive(
                        () -> {
                            var next = left.remove();
                            if (left.isEmpty()) {
                                done.countDown();
                            }
                            return next;
                        },
                        Duration.ofMillis(1))) {
            first.start();
            return done.await(20, TimeUnit.SECONDS) && left.isEmpty();
        }
    }
}
