package net.ratonet.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("linux")
@Timeout(30)
final class LauncherWordsTest {

    private static final List<String> WORDS =
            List.of("relay", "station", "demo", "test", "format", "bench");

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpListsEveryWord(String word) throws Exception {
        var outcome = checkout.run(word);

        assertThat(outcome.out()).contains(WORDS);
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void withoutAWordItShowsTheHelpAsAnError() throws Exception {
        var outcome = checkout.run();

        assertThat(outcome.err()).contains("usage: ./ratonet WORD");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realy", "rely", "relays", "Relay"})
    void namesTheWordThatWasProbablyMeant(String word) throws Exception {
        var outcome = checkout.run(word);

        assertThat(outcome.err())
                .contains("no word \"" + word + "\"")
                .contains("Did you mean \"relay\"?");
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "", "-x", "\\", "$(exit 9)"})
    void refusesAnUnknownWordAndListsTheKnownOnes(String word) throws Exception {
        var outcome = checkout.run(word);

        assertThat(outcome.err())
                .contains("no word \"" + word + "\"")
                .contains(WORDS)
                .doesNotContain("mean");
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void tellsTheVersionOfTheCheckout() throws Exception {
        var outcome = checkout.run("--version");

        assertThat(outcome.out()).isEqualTo("RatoNet 1.2.3\n");
    }

    @Test
    void theWindowsLauncherHelpsWithTheSameWords() throws Exception {
        var help = checkout.run("--help").out().lines();

        var windows = Files.readString(SimulatedCheckout.REAL_ROOT.resolve("ratonet.cmd"));

        assertThat(help.filter(line -> line.startsWith("  ") && !line.contains("RATONET_JDK_DIRS")))
                .allSatisfy(line -> assertThat(windows).contains(line.strip()));
    }
}
