package net.ratonet.relay.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DownsamplerTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void keepsTheFirstOfAMinuteAsLongAsTheSession() {
        var counts = new EnumMap<Keep, Integer>(Keep.class);

        var sampler = Downsampler.FRESH;
        for (var tenth = 0; tenth < 36_000; tenth++) {
            var at = NOON.plusMillis(tenth * 100L);
            sampler.judge(at).ifPresent(keep -> counts.merge(keep, 1, Integer::sum));
            sampler = sampler.after(at);
        }

        assertThat(counts).isEqualTo(Map.of(Keep.SESSION, 60, Keep.DAY, 300, Keep.HOUR, 3_240));
    }

    @Test
    void takesOneSampleOfASecond() {
        var sampler = Downsampler.FRESH.after(NOON);

        assertThat(sampler.judge(NOON.plusMillis(999))).isEmpty();
        assertThat(sampler.judge(NOON.plusSeconds(1))).contains(Keep.HOUR);
    }

    @Test
    void losesNoMinuteOfASparseTrack() {
        var kept = new ArrayList<Optional<Keep>>();

        var sampler = Downsampler.FRESH;
        for (var at = NOON.plusSeconds(37); at.isBefore(NOON.plusSeconds(400)); ) {
            kept.add(sampler.judge(at));
            sampler = sampler.after(at);
            at = at.plusSeconds(61);
        }

        assertThat(kept).hasSize(6).containsOnly(Optional.of(Keep.SESSION));
    }

    @Test
    void takesTimeThatRunsBackwards() {
        var sampler = Downsampler.FRESH.after(NOON);

        assertThat(sampler.judge(NOON.minus(Duration.ofMinutes(3)))).contains(Keep.SESSION);
        assertThat(sampler.judge(Instant.EPOCH.minusSeconds(5))).contains(Keep.SESSION);
    }
}
