package net.ratonet.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsReaderTest {

    @Test
    void prefersTheEnvironmentToTheFileAndTheFileToTheDefault() {
        var reader = reader(Map.of("A", "from environment"), "A=from file\nB=from file\n");

        assertThat(reader.text("A", "default", "")).isEqualTo("from environment");
        assertThat(reader.text("B", "default", "")).isEqualTo("from file");
        assertThat(reader.text("C", "default", "")).isEqualTo("default");
        assertThat(reader.settings())
                .extracting(Setting::origin)
                .containsExactly(Origin.ENVIRONMENT, Origin.FILE, Origin.DEFAULT);
    }

    @Test
    void letsTheCommandLineWin() {
        var reader =
                new SettingsReader(
                        Map.of("A", "from option"),
                        Map.of("A", "from environment"),
                        DotEnv.parse("A=from file"));

        assertThat(reader.text("A", "default", "")).isEqualTo("from option");
        assertThat(reader.settings().getFirst().toString())
                .isEqualTo("A=from option (command line)");
    }

    @Test
    void takesAnEmptyValueAsUnset() {
        var reader = reader(Map.of("PORT", ""), "PORT=9000\nNAMES=\n");

        assertThat(reader.integer("PORT", 1, 1, 65535, "")).isEqualTo(9000);
        assertThat(reader.list("NAMES", "")).isEmpty();
        assertThat(reader.mistakes()).isEmpty();
    }

    @Test
    void reportsAllMistakesAtOnceWithNameValueAndWhatIsAllowed() {
        var reader =
                reader(
                        Map.of(
                                "PORT",
                                "70000",
                                "DELAY",
                                "soon",
                                "ON",
                                "maybe",
                                "HUB",
                                "localhost:80"),
                        "");

        assertThat(reader.integer("PORT", 8000, 1, 65535, "")).isEqualTo(8000);
        assertThat(reader.decimal("DELAY", 3, 0, 60, "")).isEqualTo(3);
        assertThat(reader.flag("ON", true, "")).isTrue();
        assertThat(reader.url("HUB", "ws://x", Set.of("ws", "wss"), "")).isEqualTo("ws://x");

        assertThat(reader.mistakes())
                .containsExactly(
                        "PORT is \"70000\", but must be a whole number from 1 to 65535",
                        "DELAY is \"soon\", but must be a number from 0.0 to 60.0",
                        "ON is \"maybe\", but must be true or false",
                        "HUB is \"localhost:80\", but must be a URL that starts with ws:// or"
                                + " wss://");
    }

    @Test
    void refusesNumbersThatAreNone() {
        var reader = reader(Map.of("DELAY", "NaN"), "");

        reader.decimal("DELAY", 3, 0, 60, "");

        assertThat(reader.mistakes()).hasSize(1);
    }

    @Test
    void passesOnWhatTheFileCouldNotSay() {
        assertThat(reader(Map.of(), "what is this").mistakes())
                .containsExactly(".env: line 1 is not NAME=value");
    }

    @Test
    void readsListsWithStrayCommasAndBlanks() {
        assertThat(reader(Map.of("NAMES", " wwan0, wwan1 ,,"), "").list("NAMES", ""))
                .containsExactly("wwan0", "wwan1");
    }

    @Test
    void readsTheUsualWordsForYesAndNo() {
        var reader = reader(Map.of("A", "1", "B", "Off", "C", "YES"), "");

        assertThat(reader.flag("A", false, "")).isTrue();
        assertThat(reader.flag("B", true, "")).isFalse();
        assertThat(reader.flag("C", false, "")).isTrue();
    }

    @Test
    void neverShowsASecret() {
        var reader = reader(Map.of("TOKEN", "hunter2-hunter2"), "");

        assertThat(reader.secret("TOKEN", "")).isEqualTo("hunter2-hunter2");
        reader.wrong("TOKEN", "hunter2-hunter2", "longer");

        assertThat(reader.settings().getFirst().toString()).isEqualTo("TOKEN=*** (environment)");
        assertThat(reader.mistakes()).containsExactly("TOKEN is \"***\", but must be longer");
    }

    @Test
    void neverShowsAUrlWithAKeyInIt() {
        var reader = reader(Map.of("TARGET", "rtmp://a.example/app/hunter2"), "");

        assertThat(reader.secretUrl("TARGET", Set.of("rtmp"), ""))
                .isEqualTo("rtmp://a.example/app/hunter2");
        assertThat(reader.settings().getFirst().shown()).isEqualTo("***");
    }

    @Test
    void leavesThePasswordOutOfAUrl() {
        var reader = reader(Map.of("HUB", "ftp://ana:hunter2@hub.example/a@b"), "");

        reader.url("HUB", "", Set.of("https"), "");

        assertThat(reader.settings().getFirst().shown()).isEqualTo("ftp://***@hub.example/a@b");
        assertThat(reader.mistakes().getFirst()).doesNotContain("hunter2");
    }

    @Test
    void showsThatASecretIsNotSet() {
        var reader = reader(Map.of(), "");

        reader.secret("TOKEN", "");
        reader.wrong("TOKEN", "", "set");

        assertThat(reader.settings().getFirst().shown()).isEmpty();
        assertThat(reader.mistakes()).containsExactly("TOKEN is \"\", but must be set");
    }

    private static SettingsReader reader(Map<String, String> environment, String file) {
        return new SettingsReader(environment, DotEnv.parse(file));
    }
}
