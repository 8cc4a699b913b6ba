package net.ratonet.relay.health;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.testing.FakeTicker;

/// One stream under judgement in virtual time, whose signal a test cuts and mends.
final class HealthWorld {

    static final Links ALL_LINKS = new Links(4, 4, 100);

    private final HealthJudge judge;
    private final FakeTicker ticker = new FakeTicker();
    private HealthMemory memory = HealthMemory.FRESH;

    HealthWorld(HealthRules rules) {
        this.judge = new HealthJudge(rules);
    }

    HealthVerdict judge(Links links, Media media) {
        return judge(new HealthInputs(links, media, Optional.of(Duration.ZERO)));
    }

    HealthVerdict judge(HealthInputs inputs) {
        var step = judge.judge(memory, inputs, ticker.nowNanos());
        memory = step.next();
        return step.verdict();
    }

    HealthVerdict judgeGoodFor(int times, Duration interval) {
        var verdict = judge(ALL_LINKS, good());
        for (var time = 1; time < times; time++) {
            after(interval);
            verdict = judge(ALL_LINKS, good());
        }
        return verdict;
    }

    HealthWorld after(Duration step) {
        ticker.advance(step);
        return this;
    }

    static Media good() {
        return media(4_000, Duration.ZERO);
    }

    static Media media(double kbps, Duration silence) {
        return new Media.Connected(kbps, 50, 0, silence);
    }

    static Media absent(Duration silence) {
        return new Media.Absent(Optional.of(silence));
    }
}
