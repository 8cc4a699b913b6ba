package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ratonet.relay.health.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SceneCheckTest {

    @Test
    void findsNothingWrongWhenAllScenesExist() {
        var problems = SceneCheck.problems(SceneNames.DEFAULT, List.of("BRB", "LIVE", "Other"));

        assertThat(problems).isEmpty();
    }

    @Test
    void namesTheNearestSceneForEachThatIsMissing() {
        var problems =
                SceneCheck.problems(
                        SceneNames.DEFAULT.withLow("Low bitrate"),
                        List.of("Live", "brb ", "Low Bitrat", "Intro"));

        assertThat(problems)
                .extracting(Sentence::english)
                .containsExactly(
                        "OBS has no scene \"LIVE\". Did you mean \"Live\"?",
                        "OBS has no scene \"BRB\". Did you mean \"brb \"?",
                        "OBS has no scene \"Low bitrate\". Did you mean \"Low Bitrat\"?");
    }

    @Test
    void guessesNothingWhenNothingIsNear() {
        var problems = SceneCheck.problems(SceneNames.DEFAULT, List.of("LIVE", "Completely"));

        assertThat(problems)
                .extracting(Sentence::portuguese)
                .containsExactly("A cena \"BRB\" não existe no OBS.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, '', 3",
        "'', abc, 3",
        "kitten, sitting, 3",
        "LIVE, LIVE, 0",
        "LIVE, LIFE, 1",
    })
    void countsTheLettersThatDiffer(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
    }
}
