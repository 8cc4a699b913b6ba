package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import net.ratonet.shared.settings.DotEnv;
import org.junit.jupiter.api.Test;

final class WizardTest {

    private final FakeWorld world = new FakeWorld();

    @Test
    void writesWhatAStationNeeds() throws InterruptedException {
        var script =
                new Script("en", "relay.example.org", "1", "ana-1", FakeWorld.KEY, "all", "1", "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(saved(".env"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "FIELD_SERVER_WS_URL", "wss://relay.example.org/ws/field",
                                "FIELD_STREAMER_ID", "ana-1",
                                "FIELD_API_KEY", FakeWorld.KEY,
                                "FIELD_LIVE_TO", FakeWorld.SRTLA,
                                "FIELD_VIDEO_DEVICE", "/dev/video0",
                                "FIELD_VIDEO_PRESET", "1080p30"));
    }

    @Test
    void offersSizesOfThePicture() throws InterruptedException {
        var script =
                new Script(
                        "en",
                        "relay.example.org",
                        "1",
                        "ana-1",
                        FakeWorld.KEY,
                        "all",
                        "1",
                        "gigantic",
                        "720p60");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(script.heard)
                .contains("  720p60   1280x720 at 60 fps, up to 4500 kbit/s")
                .contains("Please type one of these names.");
        assertThat(saved(".env")).containsEntry("FIELD_VIDEO_PRESET", "720p60");
    }

    @Test
    void keepsASizeOfOnesOwnUntilAPresetIsChosen() throws InterruptedException {
        var before = EnvFile.parse("FIELD_VIDEO_RESOLUTION=640x360\n");
        var keeps = new String[] {"en", "relay.example.org", "1", "ana-1", FakeWorld.KEY, "all"};

        assertThat(play(before, keeps, "1", "")).isTrue();
        assertThat(saved(".env"))
                .containsEntry("FIELD_VIDEO_RESOLUTION", "640x360")
                .doesNotContainKey("FIELD_VIDEO_PRESET");

        world.files.clear();
        assertThat(play(before, keeps, "1", "480p")).isTrue();
        assertThat(saved(".env"))
                .containsEntry("FIELD_VIDEO_PRESET", "480p")
                .doesNotContainKey("FIELD_VIDEO_RESOLUTION");
    }

    @Test
    void showsWhatEachLinkIsWorth() throws InterruptedException {
        var script =
                new Script(
                        "en", "relay.example.org", "1", "ana-1", FakeWorld.KEY, "wwan0", "1", "");

        script.play(begin(EnvFile.EMPTY), world);

        assertThat(script.all())
                .containsPattern("wwan0 +DEGRADED +score +60 .* 42 ms, .* loss 80 %, up 6.2 Mbit/s")
                .containsPattern("wlan0 +FAILED +no answer");
        assertThat(saved(".env")).containsEntry("FIELD_NETWORK_INTERFACES", "wwan0");
    }

    @Test
    void neverShowsAKey() throws InterruptedException {
        var script =
                new Script("en", "relay.example.org", "1", "ana-1", FakeWorld.KEY, "all", "1", "");

        script.play(begin(EnvFile.EMPTY), world);

        assertThat(script.all() + script.questions)
                .doesNotContain(FakeWorld.KEY, "live_1")
                .contains("srtla://relay.example.org:5001/***");
    }

    @Test
    void registers() throws InterruptedException {
        var script =
                new Script(
                        "en", "relay.example.org", "2", "Ana", "ana@example.org", "all", "1", "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(saved(".env")).containsEntry("FIELD_API_KEY", FakeWorld.FRESH);
    }

    @Test
    void asksAgainWhenTheRelayRefuses() throws InterruptedException {
        var script =
                new Script(
                        "en",
                        "relay.example.org",
                        "2",
                        "Ana",
                        "taken@example.org",
                        "1",
                        "ana-1",
                        "rn_wrong",
                        "1",
                        "ana-1",
                        FakeWorld.KEY,
                        "all",
                        "1",
                        "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(script.heard)
                .contains("The relay refuses: Email já cadastrado")
                .contains("The relay refuses: API key inválida");
    }

    @Test
    void takesAPairingLinkInThePlaceOfTheAddress() throws InterruptedException {
        var link =
                "ratonet://pair?server=wss%3A%2F%2Frelay.example.org%2Fws%2Ffield&code="
                        + FakeWorld.CODE;
        var script = new Script("en", link, "all", "1", "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(saved(".env"))
                .containsEntry("FIELD_STREAMER_ID", "ana-1")
                .containsEntry("FIELD_API_KEY", FakeWorld.FRESH);
    }

    @Test
    void saysWhyAServerIsNoRelayAndAsksAgain() throws InterruptedException {
        var script = new Script("en", "ws://other.example.org", "relay example", "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isFalse();

        assertThat(script.all())
                .contains("http://other.example.org: nothing listens there")
                .contains("That is no address");
        assertThat(world.files).isEmpty();
    }

    @Test
    void triesTheRelaysOwnPortWhenNothingElseWasSaid() throws InterruptedException {
        world.relay = new ServerAddress(false, "relay.example.org", 8_000, "");

        var script = new Script("en", "relay.example.org");
        script.play(begin(EnvFile.EMPTY), world);

        assertThat(script.all())
                .contains("ws://relay.example.org:8000/ws/field")
                .contains("not encrypted");
    }

    @Test
    void takesWhatTheFileSaysAsDefaultAndKeepsTheRest() throws InterruptedException {
        var before =
                EnvFile.parse(
                        """
                        # mine
                        FIELD_SERVER_WS_URL=wss://relay.example.org/ws/field
                        FIELD_STREAMER_ID=ana-1
                        FIELD_API_KEY=%s
                        FIELD_NETWORK_INTERFACES=["wwan0","wwan1"]
                        DASHBOARD_PORT=8000
                        """
                                .formatted(FakeWorld.KEY));
        world.files.put(".env", before.text());
        var script = new Script("", "", "", "", "", "", "1", "", "y");

        assertThat(script.play(begin(before), world)).isTrue();

        assertThat(world.files.get(".env"))
                .startsWith("# mine\nFIELD_SERVER_WS_URL=")
                .contains("FIELD_API_KEY=" + FakeWorld.KEY)
                .contains("FIELD_NETWORK_INTERFACES=wwan0,wwan1\n")
                .contains("DASHBOARD_PORT=8000\n");
    }

    @Test
    void writesBesideAFileThatIsNotToBeReplaced() throws InterruptedException {
        world.files.put(".env", "OLD=1\n");
        var script =
                new Script(
                        "en",
                        "relay.example.org",
                        "1",
                        "ana-1",
                        FakeWorld.KEY,
                        "all",
                        "1",
                        "",
                        "n");

        assertThat(script.play(begin(EnvFile.parse("OLD=1\n")), world)).isTrue();

        assertThat(world.files.get(".env")).isEqualTo("OLD=1\n");
        assertThat(saved(".env.ratonet")).containsEntry("FIELD_STREAMER_ID", "ana-1");
    }

    @Test
    void writesNothingWhenBothFilesAreToStay() throws InterruptedException {
        world.files.put(".env", "OLD=1\n");
        world.files.put(".env.ratonet", "OLDER=1\n");
        var script =
                new Script(
                        "en",
                        "relay.example.org",
                        "1",
                        "ana-1",
                        FakeWorld.KEY,
                        "all",
                        "1",
                        "",
                        "n",
                        "n");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isFalse();

        assertThat(world.files)
                .containsOnly(Map.entry(".env", "OLD=1\n"), Map.entry(".env.ratonet", "OLDER=1\n"));
    }

    @Test
    void hidesACameraAddressThatHoldsALogin() throws InterruptedException {
        var script =
                new Script(
                        "en",
                        "relay.example.org",
                        "1",
                        "ana-1",
                        FakeWorld.KEY,
                        "all",
                        "rtsp://me:secret@10.0.0.9/1",
                        "");

        script.play(begin(EnvFile.EMPTY), world);

        assertThat(saved(".env"))
                .containsEntry("FIELD_VIDEO_URL", "rtsp://me:secret@10.0.0.9/1")
                .doesNotContainKey("FIELD_VIDEO_DEVICE");
    }

    @Test
    void speaksPortuguese() throws InterruptedException {
        world.encoder = new EncoderCheck.Verdict.Fails("quebrou");
        world.approved = false;
        var script =
                new Script(
                        "pt", "relay.example.org", "1", "ana-1", FakeWorld.KEY, "todas", "1", "");

        assertThat(script.play(begin(EnvFile.EMPTY), world)).isTrue();

        assertThat(script.all())
                .contains("O relay está lá", "O operador precisa aprovar você", "FALHOU")
                .contains("envio 6,2 Mbit/s", "O encoder não funciona: quebrou", "Gravado: .env");
    }

    private boolean play(EnvFile before, String[] first, String... more)
            throws InterruptedException {
        var answers = Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
        return new Script(answers).play(begin(before), world);
    }

    private static Turn begin(EnvFile before) {
        return Wizard.begin(Language.ENGLISH, before);
    }

    private Map<String, String> saved(String file) {
        return DotEnv.parse(world.files.getOrDefault(file, "")).values();
    }
}
