package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OutputTextsTest {

    static List<OutputTrouble> everyTrouble() {
        return List.of(
                new OutputTrouble.UnknownHost("h"),
                new OutputTrouble.OutOfReach("h"),
                new OutputTrouble.NoAnswer("h"),
                new OutputTrouble.ConnectionRefused("h"),
                new OutputTrouble.NotEncrypted("h", "no such name"),
                new OutputTrouble.NotRtmp("h"),
                new OutputTrouble.RefusedByPlatform("no"),
                new OutputTrouble.KeyRefused("100 % no"),
                new OutputTrouble.HungUpOnKey(),
                new OutputTrouble.EndedByPlatform(""),
                new OutputTrouble.ConnectionLost(),
                new OutputTrouble.TooSlow(),
                new OutputTrouble.CodecNotTaken("HEVC"),
                new OutputTrouble.Bug());
    }

    @ParameterizedTest
    @MethodSource("everyTrouble")
    void saysEveryTroubleInBothLanguages(OutputTrouble trouble) {
        var reason = trouble.reason();

        assertThat(reason.english()).isNotBlank().doesNotContain("%s");
        assertThat(reason.portuguese())
                .isNotBlank()
                .doesNotContain("%s")
                .isNotEqualTo(reason.english());
    }

    @Test
    void keepsPercentSignsOfThePlatform() {
        assertThat(new OutputTrouble.KeyRefused("100 % no").reason().english())
                .contains("“100 % no”");
    }

    @Test
    void showsNoKeyOfATarget() {
        var target = new OutputTarget("twitch", "rtmp://live.twitch.tv/app/live_1_secret", true);

        assertThat(target.toString()).contains("twitch").doesNotContain("secret");
        assertThat(new OutputTarget("x", "nonsense secret", true).toString())
                .doesNotContain("secret");
        assertThat(target.id())
                .hasSize(12)
                .isNotEqualTo(new OutputTarget("kick", target.url(), true).id());
    }
}
