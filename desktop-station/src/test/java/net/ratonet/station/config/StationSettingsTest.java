package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

final class StationSettingsTest {

    private static final Map<String, String> ACCOUNT =
            Map.of("FIELD_STREAMER_ID", "ana", "FIELD_API_KEY", "secret-key");

    @Test
    void hasTheDefaultsThatTheFieldAgentAlwaysHad() {
        var config = config(Map.of());

        assertThat(config.relay().server()).isEqualTo(URI.create("ws://localhost:8000/ws/field"));
        assertThat(config.relay().streamerId()).isEqualTo(new StreamerId("ana"));
        assertThat(config.telemetry().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.telemetry().gpsDevice())
                .isEqualTo(new GpsDevice.Gpsd("localhost", 2_947));
        assertThat(config.telemetry().starlink()).contains(new HostPort("192.168.100.1", 9_200));
        assertThat(config.telemetry().interfaces()).isEmpty();
        assertThat(config.telemetry().simulated()).isFalse();
        assertThat(config.telemetry().modems()).isTrue();
        assertThat(config.video().input()).isEqualTo(new VideoInput.Camera("/dev/video0"));
        assertThat(config.video().bitrate()).isEqualTo(Bitrate.ofKbps(4_000));
        assertThat(config.video().picture())
                .isEqualTo(new PictureFormat(new Resolution(1_920, 1_080), 30));
        assertThat(config.video().codec()).isEqualTo(new CodecWish.Named(VideoCodec.LIBX264));
        assertThat(config.live().target()).isEmpty();
    }

    @Test
    void takesSizeRateAndBitrateFromAPreset() {
        var video = config(Map.of("FIELD_VIDEO_PRESET", "720p60")).video();

        assertThat(video.picture()).isEqualTo(new PictureFormat(new Resolution(1_280, 720), 60));
        assertThat(video.bitrate()).isEqualTo(Bitrate.ofKbps(4_500));
    }

    @Test
    void letsWhatIsSetBesideAPresetOutrankIt() {
        var video =
                config(
                                Map.of(
                                        "FIELD_VIDEO_PRESET", "480p",
                                        "FIELD_VIDEO_FPS", "25",
                                        "FIELD_VIDEO_BITRATE", "900k"))
                        .video();

        assertThat(video.picture()).isEqualTo(new PictureFormat(new Resolution(854, 480), 25));
        assertThat(video.bitrate()).isEqualTo(Bitrate.ofKbps(900));
    }

    @Test
    void namesThePresetsWhenThereIsNoSuchOne() {
        var loaded =
                StationSettings.load(
                        Map.of(), withAccount(Map.of("FIELD_VIDEO_PRESET", "4k")), DotEnv.EMPTY);

        assertThat(loaded.mistakes())
                .containsExactly(
                        "FIELD_VIDEO_PRESET is \"4k\", but must be one of 1080p30, 720p60, 720p30,"
                                + " 480p");
    }

    @Test
    void takesTheEncoderThatAPersonWants() {
        assertThat(codec("auto")).isEqualTo(new CodecWish.Best(VideoFormat.H264));
        assertThat(codec("hevc")).isEqualTo(new CodecWish.Best(VideoFormat.HEVC));
        assertThat(codec("h264_vaapi")).isEqualTo(new CodecWish.Named(VideoCodec.H264_VAAPI));
    }

    @Test
    void takesAnyCommaListOfInterfacesEvenAnEmptyOne() {
        assertThat(config(Map.of("FIELD_NETWORK_INTERFACES", "")).telemetry().interfaces())
                .isEmpty();
        assertThat(
                        config(Map.of("FIELD_NETWORK_INTERFACES", "wwan0, eth0,"))
                                .telemetry()
                                .interfaces())
                .containsExactly("wwan0", "eth0");
    }

    @Test
    void letsOptionsWinOverTheEnvironment() {
        var loaded =
                StationSettings.load(
                        Map.of("FIELD_STREAMER_ID", "bia"),
                        withAccount(Map.of()),
                        DotEnv.parse("FIELD_VIDEO_DEVICE=testsrc"));

        assertThat(loaded.config()).isPresent();
        assertThat(loaded.config().get().relay().streamerId().value()).isEqualTo("bia");
        assertThat(loaded.config().get().video().input()).isEqualTo(new VideoInput.TestPicture());
    }

    @Test
    void namesAllMistakesAtOnce() {
        var loaded =
                StationSettings.load(
                        Map.of(),
                        Map.of(
                                "FIELD_STREAMER_ID",
                                "no good",
                                "FIELD_VIDEO_BITRATE",
                                "fast",
                                "FIELD_VIDEO_RESOLUTION",
                                "big",
                                "FIELD_VIDEO_CODEC",
                                "divx",
                                "FIELD_TELEMETRY_INTERVAL_S",
                                "0",
                                "FIELD_LIVE_TO",
                                "http://x/secret"),
                        DotEnv.EMPTY);

        assertThat(loaded.config()).isEmpty();
        assertThat(loaded.mistakes())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("FIELD_STREAMER_ID is \"no good\""))
                .anyMatch(line -> line.startsWith("FIELD_API_KEY is \"\""))
                .anyMatch(line -> line.startsWith("FIELD_VIDEO_BITRATE is \"fast\""))
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void refusesAKeyThatNoHeaderCanCarry() {
        var loaded =
                StationSettings.load(
                        Map.of(),
                        Map.of("FIELD_STREAMER_ID", "ana", "FIELD_API_KEY", "a b"),
                        DotEnv.EMPTY);

        assertThat(loaded.mistakes())
                .containsExactly(
                        "FIELD_API_KEY is \"***\", but must be letters, digits and signs without"
                                + " blanks");
    }

    @Test
    void canLeaveTheSkyAlone() {
        var config =
                config(Map.of("FIELD_STARLINK_ADDR", "off", "FIELD_GPS_DEVICE", "off")).telemetry();

        assertThat(config.starlink()).isEmpty();
        assertThat(config.gpsDevice()).isEqualTo(new GpsDevice.Off());
    }

    @Test
    void neverShowsKeyOrStreamKey() {
        var loaded =
                StationSettings.load(
                        Map.of(),
                        withAccount(Map.of("FIELD_LIVE_TO", "rtmp://a.example/live/streamkey")),
                        DotEnv.EMPTY);

        assertThat(loaded.toString()).doesNotContain("streamkey", "secret-key");
    }

    @Test
    void isDocumentedInTheExampleFile() throws IOException {
        var example = Files.readString(Path.of(System.getProperty("ratonet.root"), ".env.example"));
        var settings = StationSettings.load(Map.of(), Map.of(), DotEnv.EMPTY).settings();

        assertThat(settings)
                .extracting(setting -> "# " + setting.name() + "=" + setting.value())
                .allSatisfy(line -> assertThat(example).contains(line));
    }

    @Test
    void appendsTheStreamerToTheServersAddress() {
        assertThat(config(Map.of("FIELD_SERVER_WS_URL", "wss://r.example/ws/field/")).relay())
                .returns(URI.create("wss://r.example/ws/field/ana"), RelayConfig::socketUrl);
        assertThat(config(Map.of()).relay())
                .returns(URI.create("ws://localhost:8000/ws/field/ana"), RelayConfig::socketUrl);
    }

    private static StationConfig config(Map<String, String> environment) {
        var loaded = StationSettings.load(Map.of(), withAccount(environment), DotEnv.EMPTY);
        assertThat(loaded.mistakes()).isEmpty();
        return loaded.config().orElseThrow();
    }

    private static Map<String, String> withAccount(Map<String, String> environment) {
        var all = new HashMap<>(ACCOUNT);
        all.putAll(environment);
        return all;
    }

    private static CodecWish codec(String text) {
        return StationSettings.load(
                        Map.of("FIELD_STREAMER_ID", "ana", "FIELD_API_KEY", "k"),
                        Map.of("FIELD_VIDEO_CODEC", text),
                        DotEnv.EMPTY)
                .config()
                .orElseThrow()
                .video()
                .codec();
    }
}
