package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees of the program, from outside.
final class RelayProgramTest {

    private static final Pattern TOKEN = Pattern.compile("admin token.*: (\\S+)");

    @TempDir private Path folder = Path.of("");

    @Test
    void showsEverySettingWithItsOriginAndNoSecret() throws Exception {
        Files.writeString(folder.resolve(".env"), "OBS_PORT=4460\nOBS_PASSWORD=hunter2-hunter2\n");

        try (var relay =
                RelayProgram.start(folder, Map.of("SRT_LATENCY_MS", "900"), "--print-config")) {
            assertThat(relay.exitCode()).isZero();
            assertThat(relay.output())
                    .containsPattern("OBS_PORT +4460 +\\.env")
                    .containsPattern("SRT_LATENCY_MS +900 +environment")
                    .containsPattern("DB_PATH +ratonet\\.db +default")
                    .containsPattern("OBS_PASSWORD +\\*\\*\\* +\\.env")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void doesNotStartWithMistakesAndNamesThemAll() throws Exception {
        try (var relay =
                RelayProgram.start(folder, Map.of("OBS_PORT", "zero", "SRT_MAX_LINKS", "0"))) {
            assertThat(relay.exitCode()).isEqualTo(2);
            assertThat(relay.complaints())
                    .contains("OBS_PORT is \"zero\", but must be a whole number from 1 to 65535")
                    .contains("SRT_MAX_LINKS is \"0\", but must be a whole number from 1 to 64")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void saysPlainlyThatItsSettingsFileIsNoText() throws Exception {
        Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xff});

        try (var relay = RelayProgram.start(folder, Map.of())) {
            assertThat(relay.exitCode()).isEqualTo(2);
            assertThat(relay.complaints())
                    .contains(".env: must be UTF-8 text")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void saysPlainlyThatItsSettingsFileCannotBeRead() throws Exception {
        Files.createDirectory(folder.resolve(".env"));

        try (var relay = RelayProgram.start(folder, Map.of())) {
            assertThat(relay.exitCode()).isEqualTo(2);
            assertThat(relay.complaints())
                    .contains(".env: cannot be read")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void showsTheAdminTokenAfterAStartThatFailed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relay =
                        RelayProgram.start(
                                folder,
                                Map.of("DASHBOARD_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(relay.exitCode()).isEqualTo(1);
        }

        assertThat(startAndStop()).isNotEmpty();
    }

    @Test
    void saysPlainlyThatItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0);
                var relay =
                        RelayProgram.start(
                                folder,
                                Map.of(
                                        "DASHBOARD_HOST",
                                        "0.0.0.0",
                                        "DASHBOARD_PORT",
                                        Integer.toString(taken.getLocalPort())))) {
            assertThat(relay.exitCode()).isEqualTo(1);
            assertThat(relay.complaints())
                    .contains("The relay cannot start: ")
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("DASHBOARD_PORT")
                    .doesNotContain("at net.ratonet");
        }
    }

    @Test
    void makesOneAdminTokenAndShowsItOnce() throws Exception {
        var first = startAndStop();
        var second = startAndStop();

        assertThat(first).isNotEmpty();
        assertThat(second).isEmpty();
        assertThat(
                        Files.readString(
                                folder.resolve("ratonet.db"),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(first);
    }

    /// the predecessor never ended on SIGTERM once an overlay had been connected.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithinFiveSecondsOfATermSignal() throws Exception {
        try (var relay = RelayProgram.start(folder, Map.of())) {
            assertThat(relay.get("/readyz").statusCode()).isEqualTo(200);

            relay.process().destroy();

            assertThat(relay.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void copiesTheDatabaseWhileItRuns() throws Exception {
        try (var relay = RelayProgram.start(folder, Map.of());
                var backup =
                        RelayProgram.start(
                                folder.toAbsolutePath(),
                                Map.of("DB_PATH", ready(relay)),
                                "backup",
                                "copy.db")) {
            assertThat(backup.exitCode()).as(backup.complaints()).isZero();
            assertThat(folder.resolve("copy.db")).isNotEmptyFile();
            assertThat(folder.resolve("copy.db.key")).isNotEmptyFile();
        }
    }

    @Test
    void overwritesNothingWithABackup() throws Exception {
        startAndStop();
        Files.writeString(folder.resolve("copy.db"), "precious");

        try (var backup = RelayProgram.start(folder, Map.of(), "backup", "copy.db")) {
            assertThat(backup.exitCode()).isEqualTo(1);
            assertThat(backup.complaints()).contains("copy.db exists already");
            assertThat(folder.resolve("copy.db")).hasContent("precious");
        }
    }

    @Test
    void checksItselfWithoutTouchingAnything() throws Exception {
        try (var check = RelayProgram.start(folder, Map.of(), "--self-check")) {
            assertThat(check.exitCode()).as(check.complaints()).isZero();
            assertThat(check.output()).contains("The relay works here.");
            assertThat(folder.resolve("ratonet.db")).doesNotExist();
        }
    }

    @Test
    void letsNoSecondRelayUseItsDatabase() throws Exception {
        try (var first = RelayProgram.start(folder, Map.of())) {
            ready(first);

            try (var second = RelayProgram.start(folder, Map.of())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.complaints())
                        .contains("The relay cannot start: ")
                        .doesNotContain("at net.ratonet");
            }
        }
    }

    private static String ready(RelayProgram relay) {
        assertThat(relay.url().getPort()).isPositive();
        return "ratonet.db";
    }

    private String startAndStop() throws Exception {
        try (var relay = RelayProgram.start(folder, Map.of())) {
            relay.url();
            return relay.found(TOKEN).orElse("");
        }
    }
}
