package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.VideoInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StationCommandLineTest {

    @TempDir private Path folder;

    private final List<StationConfig> started = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";
    private Map<String, String> environment =
            Map.of("FIELD_STREAMER_ID", "ana", "FIELD_API_KEY", "the-key");

    @Test
    void startsWithTheSettings() {
        assertThat(run("--headless")).isZero();

        assertThat(started).hasSize(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesTheOptionsOfTheFieldAgent() {
        environment = Map.of();

        var code =
                run(
                        "--headless",
                        "--id=bia",
                        "--key=k",
                        "--server=wss://r.example/ws/field",
                        "--interval=2.5",
                        "--video=testsrc",
                        "--simulate",
                        "--live-to=udp://127.0.0.1:1");

        assertThat(code).isZero();
        var config = started.getFirst();
        assertThat(config.relay().socketUrl()).hasToString("wss://r.example/ws/field/bia");
        assertThat(config.telemetry().interval()).hasMillis(2_500);
        assertThat(config.telemetry().simulated()).isTrue();
        assertThat(config.video().input()).isEqualTo(new VideoInput.TestPicture());
        assertThat(config.live().target()).isPresent();
    }

    @Test
    void warnsOfAKeyThatOthersCanRead() {
        run("--headless", "--key=the-other-key");

        assertThat(err.toString()).contains("FIELD_API_KEY").doesNotContain("the-other-key");
        assertThat(started).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--video=rtsp://ana:secret@10.0.0.9/stream, FIELD_VIDEO_URL",
        "--live-to=rtmp://a.example/live/secret, FIELD_LIVE_TO",
        "--live-to=srtla://r.example:5001?streamid=secret, FIELD_LIVE_TO"
    })
    void refusesAnOptionThatHoldsASecret(String option, String setting) {
        assertThat(run("--headless", option)).isEqualTo(2);

        assertThat(err.toString()).contains(setting).doesNotContain("secret");
        assertThat(started).isEmpty();
    }

    @Test
    void saysThatItHasNoWindowYet() {
        run();

        assertThat(err.toString().lines())
                .containsExactly("The station has no window yet, so it runs headless.");
        assertThat(started).hasSize(1);
    }

    @Test
    void namesAllMistakesAndDoesNotStart() {
        environment = Map.of("FIELD_VIDEO_BITRATE", "fast");

        assertThat(run("--headless")).isEqualTo(2);

        assertThat(err.toString())
                .contains("FIELD_STREAMER_ID", "FIELD_API_KEY", "FIELD_VIDEO_BITRATE");
        assertThat(started).isEmpty();
    }

    @Test
    void showsSettingsWithTheirOriginAndWithoutSecrets() throws IOException {
        Files.writeString(folder.resolve(".env"), "FIELD_VIDEO_BITRATE=2500k\n");

        assertThat(run("--print-config", "--id=bia")).isZero();

        assertThat(out.toString())
                .contains("FIELD_STREAMER_ID=bia (command line)")
                .contains("FIELD_API_KEY=*** (environment)")
                .contains("FIELD_VIDEO_BITRATE=2500k (.env)")
                .contains("FIELD_VIDEO_RESOLUTION=1920x1080 (default)")
                .doesNotContain("the-key");
        assertThat(started).isEmpty();
    }

    @Test
    void showsNoPasswordOfAModem() throws IOException {
        Files.writeString(folder.resolve(".env"), "FIELD_MODEM_LOGINS=usb0=Segredo-123\n");

        assertThat(run("--print-config")).isZero();

        assertThat(out.toString())
                .contains("FIELD_MODEM_LOGINS=*** (.env)")
                .doesNotContain("Segredo-123");
    }

    @Test
    void repeatsNoPasswordOfAModemThatCannotBeRead() {
        environment =
                Map.of(
                        "FIELD_STREAMER_ID", "ana",
                        "FIELD_API_KEY", "the-key",
                        "FIELD_MODEM_LOGINS", "Segredo-123");

        assertThat(run("--headless")).isEqualTo(2);

        assertThat(err.toString())
                .contains("FIELD_MODEM_LOGINS", "LINK=PASSWORD")
                .doesNotContain("Segredo-123");
    }

    @Test
    void writesNoSettingsWhenNobodyAnswersTheWizard() {
        environment = Map.of("LANG", "pt_BR.UTF-8");
        input = "\n";

        assertThat(run("setup")).isEqualTo(1);

        assertThat(out.toString()).contains("Endereço do relay", "Nada foi gravado");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesUnknownOptions() {
        assertThat(run("--window-size=3")).isEqualTo(2);

        assertThat(err.toString()).contains("--window-size");
    }

    private int run(String... arguments) {
        var around =
                new Surroundings(environment, folder, new BufferedReader(new StringReader(input)));
        return StationWords.of(started::add, around, new CountDownLatch(0))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
