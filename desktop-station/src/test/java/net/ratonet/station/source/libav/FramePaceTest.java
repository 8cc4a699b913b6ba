package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FramePaceTest {

    private static final long START = 5_000;
    private final FramePace pace = new FramePace(30, START);

    @Test
    void spreadsPicturesEvenlyWithoutDrift() {
        assertThat(pace.dueNanos(0)).isEqualTo(START);
        assertThat(pace.dueNanos(30)).isEqualTo(START + Duration.ofSeconds(1).toNanos());
        assertThat(pace.dueNanos(30 * 3_600)).isEqualTo(START + Duration.ofHours(1).toNanos());
    }

    @Test
    void makesUpShortDelays() {
        assertThat(pace.nextWorthwhile(10, after(Duration.ofMillis(800)))).isEqualTo(10);
    }

    @Test
    void leavesOutPicturesAfterALongDelay() {
        assertThat(pace.nextWorthwhile(10, after(Duration.ofSeconds(2)))).isEqualTo(60);
    }

    private static long after(Duration time) {
        return START + time.toNanos();
    }
}
