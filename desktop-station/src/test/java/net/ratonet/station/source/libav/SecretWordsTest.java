package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoInput;
import org.junit.jupiter.api.Test;

final class SecretWordsTest {

    @Test
    void hidesTheWholeAddress() {
        var secrets = secrets("rtmp://live.example/app/live_123");

        assertThat(secrets.hide("cannot open rtmp://live.example/app/live_123: refused"))
                .isEqualTo("cannot open rtmp://live.example/***: refused");
    }

    @Test
    void hidesTheKeyWhereverItStands() {
        assertThat(secrets("rtmp://live.example/app/live_123").hide("unknown stream live_123"))
                .isEqualTo("unknown stream ***");
        assertThat(secrets("srt://relay.example:9000?streamid=s3cret&x=1").hide("id s3cret?"))
                .isEqualTo("id ***?");
        assertThat(secrets("rtmp://ana:pass@live.example/app").hide("ana:pass"))
                .isEqualTo("***:***");
    }

    @Test
    void hidesTheLoginsOfAllSourcesThatWereChosen() {
        var secrets = secrets("rtmp://live.example/app/live_123");

        secrets.learn(VideoInput.parse("rtsp://ana:geheim@cam.example/main").orElseThrow());
        secrets.learn(VideoInput.parse("rtsp://ana:anders@two.example/main").orElseThrow());

        assertThat(secrets.hide("rtsp://ana:geheim@cam.example/main: 401 geheim, anders, live_123"))
                .isEqualTo("rtsp://cam.example/***: 401 ***, ***, ***");
    }

    @Test
    void forgetsOldSourcesRatherThanGrowWithoutEnd() {
        var secrets = new SecretWords();

        for (var number = 0; number < 5_000; number++) {
            secrets.learn(
                    VideoInput.parse("rtsp://u:pass%d@cam/x".formatted(number)).orElseThrow());
        }

        assertThat(secrets.hide("pass4999 pass1")).isEqualTo("*** pass1");
    }

    @Test
    void leavesFilesReadable() {
        assertThat(secrets("file:/tmp/x.ts").hide("cannot write /tmp/x.ts"))
                .isEqualTo("cannot write /tmp/x.ts");
    }

    private static SecretWords secrets(String url) {
        var secrets = new SecretWords();
        secrets.learn(StreamTarget.parse(url).orElseThrow());
        return secrets;
    }
}
