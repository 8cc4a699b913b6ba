package net.ratonet.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DotEnvTest {

    @Test
    void readsNamesAndValues() {
        var env = DotEnv.parse("OBS_HOST=localhost\nexport OBS_PORT = 4455\n");

        assertThat(env.values())
                .containsEntry("OBS_HOST", "localhost")
                .containsEntry("OBS_PORT", "4455");
    }

    @Test
    void passesOverBlankLinesAndComments() {
        var env = DotEnv.parse("\n# OBS_HOST=x\n  \nA=1 # one\nB= # nothing\nC=a#b\n");

        assertThat(env.values())
                .containsOnly(
                        java.util.Map.entry("A", "1"),
                        java.util.Map.entry("B", ""),
                        java.util.Map.entry("C", "a#b"));
    }

    @Test
    void keepsWhatStandsInQuotes() {
        var env = DotEnv.parse("A=\"x # y\"\nB='  z '\nC=\"unclosed\nD=\"\"\n");

        assertThat(env.values())
                .containsEntry("A", "x # y")
                .containsEntry("B", "  z ")
                .containsEntry("C", "\"unclosed")
                .containsEntry("D", "");
    }

    @Test
    void letsTheLastLineOfANameWin() {
        assertThat(DotEnv.parse("A=1\nA=2").values()).containsEntry("A", "2");
    }

    @Test
    void namesTheLineThatItCannotRead() {
        var env = DotEnv.parse("A=1\nthis is no setting\n1B=2\n");

        assertThat(env.unreadable())
                .containsExactly("line 2 is not NAME=value", "line 3 is not NAME=value");
        assertThat(env.values()).containsOnlyKeys("A");
    }

    @Test
    void readsWindowsLineEndings() {
        assertThat(DotEnv.parse("A=1\r\nB=2\r\n").values())
                .containsEntry("A", "1")
                .containsEntry("B", "2");
    }
}
