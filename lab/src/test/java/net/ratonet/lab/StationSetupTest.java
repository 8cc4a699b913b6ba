package net.ratonet.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.RelayClient;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.shared.settings.DotEnv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The wizard as a process, with its answers on a pipe, against a relay of our own.
@Tag("linux")
@Timeout(120)
final class StationSetupTest {

    private static final long PATIENCE_S = 90;

    @TempDir private Path folder;

    private Path station;
    private RelayProcess relay;

    @BeforeEach
    void start() throws IOException {
        station = Files.createDirectory(folder.resolve("station"));
        relay =
                RelayProcess.start(
                        Checkout.here(),
                        folder,
                        program -> RelayProcess.withMedia(program, 0),
                        _ -> {});
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void registersTriesAllAndWritesWhatTheStationReads() throws Exception {
        var said =
                setup(0, "en", server(), "2", "Ana", "ana@example.org", "all", "testsrc", "480p");

        var written = station.resolve(".env");
        var values = DotEnv.parse(Files.readString(written)).values();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        assertThat(said)
                .contains("The encoder works")
                .doesNotContain(values.getOrDefault("FIELD_API_KEY", "?"), "live_");
        assertThat(values.get("FIELD_LIVE_TO")).startsWith("srtla://").contains("streamid=");
        try (var client = new RelayClient(relay.url())) {
            var me = client.get("/api/me", values.getOrDefault("FIELD_API_KEY", ""));
            assertThat(me.path("id").asString("")).isEqualTo(values.get("FIELD_STREAMER_ID"));
        }
    }

    @Test
    void pairsByALinkAndLeavesOtherKeysAlone() throws Exception {
        try (var client = new RelayClient(relay.url())) {
            var ana = client.register("Ana", "ana@example.org");
            var old = ana.path("api_key").asString("");
            var link = client.post("/api/me/pairing-code", old, "").path("link").asString("");

            setup(0, "en", link, "all", "testsrc", "480p");

            var values = DotEnv.parse(Files.readString(station.resolve(".env"))).values();
            assertThat(values).containsEntry("FIELD_STREAMER_ID", ana.path("id").asString(""));
            assertThat(values.get("FIELD_API_KEY")).startsWith("rn_").isNotEqualTo(old);
            assertThat(client.get("/api/me/stations", old).at("/stations/0/name").asString(""))
                    .isEqualTo("Station 1");
        }
    }

    @Test
    void leavesNothingBehindWhenTheAnswersEnd() throws Exception {
        var said = setup(1, "pt", server(), "2", "Ana");

        assertThat(said).contains("Nada foi gravado");
        assertThat(station).isEmptyDirectory();
    }

    @Test
    void leavesTheOldFileAsItWasWhenItIsInterrupted() throws Exception {
        Files.writeString(station.resolve(".env"), "FIELD_STREAMER_ID=ana\n");
        var process = launch();
        process.getOutputStream().write("en\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (!String.valueOf(lines.readLine()).startsWith("Address of the relay")) {
                assertThat(process.isAlive()).isTrue();
            }

            process.destroy();

            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(station.toFile().list()).containsExactly(".env");
        assertThat(station.resolve(".env")).hasContent("FIELD_STREAMER_ID=ana");
    }

    private String server() {
        return relay.url().getAuthority();
    }

    private String setup(int code, String... answers) throws Exception {
        var process = launch();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(String.join("\n", answers) + "\n");
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        return said;
    }

    private Process launch() throws IOException {
        var program = Checkout.here().program("station", "desktop-station", List.of("setup"));
        return new ProcessBuilder(program.command())
                .directory(station.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
