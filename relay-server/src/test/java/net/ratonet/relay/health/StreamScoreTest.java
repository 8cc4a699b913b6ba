package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StreamScoreTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "4, 4, 4000,  50, 0, 100, 100, HEALTHY",
        "3, 4, 4000,  50, 0, 100,  90, HEALTHY",
        "4, 4,  900,   0, 0, 100,  70, DEGRADED",
        "3, 4, 1500, 150, 2,  60,  55, DEGRADED",
        "1, 4,  900, 250, 6,  40,   0, DOWN",
    })
    void givesTheFiguresOfTheFirstRelay(
            int active,
            int total,
            double kbps,
            double rttMs,
            double lossPct,
            int best,
            int score,
            HealthState state) {
        var inputs =
                inputs(
                        new Links(active, total, best),
                        new Media.Connected(kbps, rttMs, lossPct, Duration.ZERO));

        var verdict =
                new HealthJudge(HealthRules.DEFAULT.compatible())
                        .judge(HealthMemory.FRESH, inputs, 0)
                        .verdict();

        assertThat(StreamScore.of(inputs).value()).isEqualTo(score);
        assertThat(verdict.score()).isEqualTo(score);
        assertThat(verdict.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 100, 1, 50, 0",
        "1999, 100, 1, 50, 15",
        "1000, 100, 1, 50, 15",
        "999, 100, 1, 50, 30",
        "2000, 101, 1, 50, 10",
        "2000, 200, 1, 50, 10",
        "2000, 201, 1, 50, 20",
        "2000, 100, 1.1, 50, 10",
        "2000, 100, 5, 50, 10",
        "2000, 100, 5.1, 50, 25",
        "2000, 100, 1, 49, 15",
    })
    void costsExactlyFromItsBounds(
            double kbps, double rttMs, double lossPct, int best, int points) {
        var inputs =
                inputs(
                        new Links(4, 4, best),
                        new Media.Connected(kbps, rttMs, lossPct, Duration.ZERO));

        var score = StreamScore.of(inputs);

        assertThat(score.value()).isEqualTo(100 - points);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "3, 10", "2, 10", "1, 30", "0, 100"})
    void costsForLinksThatCarryNothing(int active, int points) {
        var score = StreamScore.of(inputs(new Links(active, 4, 100), HealthWorld.good()));

        assertThat(score.value()).isEqualTo(100 - points);
    }

    @ParameterizedTest
    @CsvSource({"5000, 0", "5001, 15", "10000, 15", "10001, 30"})
    void costsForOldReadings(long ageMillis, int points) {
        var age = Optional.of(Duration.ofMillis(ageMillis));

        var score =
                StreamScore.of(new HealthInputs(HealthWorld.ALL_LINKS, new Media.Unseen(), age));

        assertThat(score.value()).isEqualTo(100 - points);
    }

    @Test
    void doesNotBlameFlowingMediaForASilentStation() {
        var inputs =
                new HealthInputs(
                        HealthWorld.ALL_LINKS,
                        HealthWorld.good(),
                        Optional.of(Duration.ofMinutes(1)));

        assertThat(StreamScore.of(inputs).value()).isEqualTo(100);
    }

    @Test
    void doesNotBlameAnEncoderThatReportsNoLinks() {
        var inputs = new HealthInputs(Links.UNREPORTED, HealthWorld.good(), Optional.empty());

        assertThat(StreamScore.of(inputs).value()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource
    void explainsEachMissingPoint(Media.Connected media, String portuguese, String english) {
        var reasons = StreamScore.of(inputs(HealthWorld.ALL_LINKS, media)).reasons();

        assertThat(reasons)
                .extracting(reason -> reason.text(Language.PORTUGUESE))
                .containsExactly(portuguese);
        assertThat(reasons)
                .extracting(reason -> reason.text(Language.ENGLISH))
                .containsExactly(english);
    }

    static Stream<Arguments> explainsEachMissingPoint() {
        return Stream.of(
                arguments(connected(4_000, 250, 0), "RTT 250 ms: −20", "RTT 250 ms: −20"),
                arguments(
                        connected(900, 0, 0), "Bitrate 900 kbit/s: −30", "Bitrate 900 kbit/s: −30"),
                arguments(
                        connected(4_000, 0, 2.5),
                        "Perda de pacotes 2,5%: −10",
                        "Packet loss 2.5%: −10"));
    }

    @Test
    void explainsAScoreOfNothing() {
        var reasons = StreamScore.of(inputs(new Links(0, 4, 100), HealthWorld.good())).reasons();

        assertThat(reasons)
                .extracting(reason -> reason.text(Language.ENGLISH))
                .containsExactly("No active link: −100");
    }

    @Test
    void givesReasonsThatAddUpToTheMissingPoints() {
        var inputs = inputs(new Links(3, 4, 60), new Media.Connected(1_500, 150, 2, Duration.ZERO));

        var score = StreamScore.of(inputs);

        assertThat(score.reasons().stream().mapToInt(HealthReason::points).sum())
                .isEqualTo(100 - score.value());
    }

    private static Media.Connected connected(double kbps, double rttMs, double lossPct) {
        return new Media.Connected(kbps, rttMs, lossPct, Duration.ZERO);
    }

    private static HealthInputs inputs(Links links, Media media) {
        return new HealthInputs(links, media, Optional.of(Duration.ZERO));
    }
}
