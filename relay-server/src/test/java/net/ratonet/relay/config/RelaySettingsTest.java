package net.ratonet.relay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.settings.Setting;
import org.junit.jupiter.api.Test;

final class RelaySettingsTest {

    @Test
    void startsWithTheDefaultsThatRatoNetAlwaysHad() {
        var config = load(Map.of()).config();

        assertThat(config.web().host()).isEqualTo("0.0.0.0");
        assertThat(config.web().port()).isEqualTo(8000);
        assertThat(config.web().corsOrigins()).isEmpty();
        assertThat(config.store().database()).isEqualTo(Path.of("ratonet.db"));
        assertThat(config.store().autoApprove()).isFalse();
        assertThat(config.health()).isEqualTo(new HealthConfig(70, 40, 10, Duration.ofSeconds(2)));
        assertThat(config.obs())
                .isEqualTo(
                        new ObsConfig(
                                "localhost",
                                4455,
                                "",
                                "LIVE",
                                "BRB",
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(5),
                                false));
        assertThat(config.media().srt())
                .isEqualTo(new SrtConfig(9000, 100, 4, Duration.ofMillis(500), ""));
        assertThat(config.media().srtla()).isEqualTo(new SrtlaConfig(false, 5001, 5000, ""));
        assertThat(config.media().rtmpPort()).isEqualTo(1935);
        assertThat(config.media().slate().after()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(config.media().slate().longest()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.field())
                .isEqualTo(
                        new FieldConfig(
                                "ws://localhost:8000/ws/field",
                                1.0,
                                "localhost:2947",
                                "192.168.100.1:9200"));
    }

    @Test
    void keepsMediaBesideTheDatabaseUnlessToldOtherwise() {
        var beside = load(Map.of("DB_PATH", "/var/lib/ratonet/relay.db")).config();
        var elsewhere = load(Map.of("MEDIA_DIR", "/mnt/big")).config();

        assertThat(load(Map.of()).config().media().folder()).isEqualTo(Path.of("media"));
        assertThat(beside.media().folder()).isEqualTo(Path.of("/var/lib/ratonet/media"));
        assertThat(elsewhere.media().folder()).isEqualTo(Path.of("/mnt/big"));
    }

    @Test
    void refusesSrtPortsBeyondTheLast() {
        var loaded = load(Map.of("SRT_BASE_PORT", "65500"));

        assertThat(loaded.mistakes())
                .containsExactly(
                        "SRT_PORT_COUNT is \"100\", but must be at most 36 with SRT_BASE_PORT"
                                + " 65500");
    }

    @Test
    void asksNoGeocoderWithoutAContactAddress() {
        assertThat(load(Map.of()).config().place().isOn()).isFalse();
        assertThat(load(Map.of("GEOCODER_CONTACT", "me@example.org")).config().place().isOn())
                .isTrue();
    }

    @Test
    void reportsEveryMistakeOfAFileAtOnce() {
        var loaded =
                load(
                        Map.of(
                                "DASHBOARD_PORT", "eight",
                                "SRT_PASSPHRASE", "short",
                                "HEALTH_THRESHOLD_CRITICAL", "80",
                                "MESSAGE_LANGUAGE", "fr",
                                "RTMP_PRIMARY_URL", "http://example.org"));

        assertThat(loaded.mistakes())
                .containsExactlyInAnyOrder(
                        "DASHBOARD_PORT is \"eight\", but must be a whole number from 0 to 65535",
                        "SRT_PASSPHRASE is \"***\", but must be 10 to 79 characters long",
                        "HEALTH_THRESHOLD_CRITICAL is \"80\", but must be above"
                                + " HEALTH_THRESHOLD_DOWN (10) and below HEALTH_THRESHOLD_DEGRADED"
                                + " (70)",
                        "MESSAGE_LANGUAGE is \"fr\", but must be pt or en",
                        "RTMP_PRIMARY_URL is \"***\", but must be a URL that starts"
                                + " with rtmp:// or rtmps://");
    }

    @Test
    void showsNoSecret() {
        var loaded = load(Map.of("ADMIN_TOKEN", "correct-horse", "OBS_PASSWORD", "battery-staple"));

        assertThat(loaded.settings())
                .extracting(Setting::shown)
                .doesNotContain("correct-horse", "battery-staple");
        assertThat(loaded.config().toString()).doesNotContain("correct-horse", "battery-staple");
    }

    /// the example file of the predecessor stopped its program from starting.
    @Test
    void loadsTheExampleFileWithoutAMistake() throws Exception {
        var loaded = RelaySettings.load(Map.of(), ExampleFile.asShipped());

        assertThat(loaded.mistakes()).isEmpty();
        assertThat(loaded.config()).isEqualTo(load(Map.of()).config());
    }

    /// X-10, second half: the same file with every line taken into use.
    @Test
    void loadsTheExampleFileWithEveryLineTakenIntoUse() throws Exception {
        var loaded = RelaySettings.load(Map.of(), ExampleFile.uncommented());

        assertThat(loaded.mistakes()).isEmpty();
        assertThat(loaded.config()).isEqualTo(load(Map.of()).config());
    }

    @Test
    void hasEverySettingInTheExampleFile() throws Exception {
        assertThat(ExampleFile.uncommented().values().keySet())
                .containsAll(load(Map.of()).settings().stream().map(Setting::name).toList());
    }

    private static LoadedSettings load(Map<String, String> environment) {
        return RelaySettings.load(environment, DotEnv.EMPTY);
    }
}
