package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.control.IdleControl;
import net.ratonet.station.local.LocalDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// The words that speak to a station, spoken to a real door.
final class StationRemoteTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LocalDoor door;

    @BeforeEach
    void open() {
        door =
                new LocalDoor(
                        OptionalInt.of(0),
                        folder.resolve("data"),
                        IdleControl.desk(false),
                        IdleControl.pictures(),
                        StationRemoteTest::status);
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bitrate 2500, 0, aiming at 2500 kbit/s",
        "bitrate 4M, 0, aiming at 4000 kbit/s",
        "bitrate auto, 0, the bitrate follows the links",
        "stop, 0, stopping",
        "link wwan0 off, 0, wwan0 is off",
        "link wwan0 backup, 0, wwan0: backup",
        "live, 1, No target is set",
        "kick, 1, does not follow the links now",
        "mute on, 0, muted",
        "slate off, 0, the slate is off",
        "source testsrc, 0, showing test picture",
        "restart, 1, not live",
        "bitrate fast, 2, 2500k or 4M",
        "link wwan0 sometimes, 2, sometimes",
        "live rtmp://a.example/live/key, 2, on standard input",
        "source rtsp://ana:secret@10.0.0.9/stream, 2, on standard input",
        "source RTSP://ana:secret@10.0.0.9, 2, on standard input",
        "source srt://10.0.0.9:9000?passphrase=secret, 2, on standard input",
        "source rtmp://10.0.0.9/live/key, 2, on standard input",
        "source rtsp://10.0.0.9/stream, 0, showing rtsp://10.0.0.9/***"
    })
    void saysWhatBecameOfIt(String words, int code, String answer) {
        assertThat(run("", words.split(" "))).isEqualTo(code);

        assertThat(code == 0 ? out.toString() : err.toString()).contains(answer);
    }

    @Test
    void readsAnAddressFromStandardInput() {
        assertThat(run("gopher://a.example/key\n", "live", "-")).isEqualTo(1);

        assertThat(err.toString()).contains("a URL to stream to").doesNotContain("key");
    }

    @Test
    void readsASourceFromStandardInputAndShowsNoLogin() {
        assertThat(run("rtsp://ana:secret@10.0.0.9/stream\n", "source", "-")).isZero();

        assertThat(out.toString()).contains("showing rtsp://10.0.0.9/***");
        assertThat(out.toString() + err).doesNotContain("secret");
    }

    @Test
    void saysWhenNoSourceComesFromStandardInput() {
        assertThat(run("", "source", "-")).isEqualTo(2);

        assertThat(err.toString()).contains("No source was given");
    }

    @Test
    void repeatsNoSecretThatWasOnTheCommandLine() {
        run("", "source", "rtsp://ana:secret@10.0.0.9/stream");
        run("", "live", "rtmp://a.example/live/secret");

        assertThat(out.toString() + err).doesNotContain("secret");
    }

    @Test
    void showsTheStateToPeopleAndPrograms() {
        assertThat(run("", "status")).isZero();
        assertThat(out.toString())
                .contains("Stream   live, 29.5 fps, 4100 kbit/s, 2 frames dropped")
                .contains("Relay    waiting, ws://r.example/ws/field: no answer")
                .containsPattern("wwan0 +live +normal +45 +0.5 +1800 +56 %")
                .containsPattern("eth0 +connected")
                .contains("WARNING  wwan0: weak signal");

        out.getBuffer().setLength(0);
        assertThat(run("", "status", "--json")).isZero();
        assertThat(out.toString().strip()).isEqualTo(Json.write(status()));
    }

    @Test
    void saysWhenNoStationRuns() {
        door.close();

        assertThat(run("", "status")).isEqualTo(StationRemote.UNREACHABLE);

        assertThat(err.toString()).contains("no station runs here", "station --headless");
    }

    @Test
    void printsWhatSpeaksAgainstALive() {
        assertThat(run("", "check")).isEqualTo(1);

        assertThat(out.toString())
                .contains("BLOCKER  No target is set.", "WARNING  The relay 127.0.0.1")
                .contains("A live cannot begin");
    }

    @Test
    void namesTheMistakesInTheSettingsWhereNoStationCanRun() {
        door.close();

        assertThat(run("", "check")).isEqualTo(1);

        assertThat(out.toString()).contains("BLOCKER  FIELD_STREAMER_ID is");
    }

    private static ObjectNode status() {
        var json = Json.object().put("streamer", "ana");
        json.putObject("stream")
                .put("state", "live")
                .put("fps", 29.5)
                .put("kbps", 4_100)
                .put("dropped_frames", 2);
        json.putObject("relay")
                .put("server", "ws://r.example/ws/field")
                .put("state", "waiting")
                .put("reason", "no answer");
        var bond = json.putObject("bond").put("joined", true).put("mode", "bonded");
        bond.putArray("links")
                .addObject()
                .put("link", "wwan0")
                .put("state", "live")
                .put("priority", "normal")
                .put("rtt_ms", 45)
                .put("loss_pct", .5)
                .put("sent_kbps", 1_800)
                .put("share", .56);
        json.putArray("links").addObject().put("link", "eth0").put("connected", true);
        json.putArray("advice")
                .addObject()
                .put("severity", "warning")
                .put("subject", "wwan0")
                .put("english", "weak signal");
        return json;
    }

    private int run(String input, String... arguments) {
        var around =
                new Surroundings(
                        Map.of("FIELD_DATA_DIR", "data"),
                        folder,
                        new BufferedReader(new StringReader(input)));
        return StationWords.of(_ -> {}, around, new CountDownLatch(0))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
