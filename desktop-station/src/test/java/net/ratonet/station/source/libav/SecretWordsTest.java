package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.station.config.StreamTarget;
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
    void leavesFilesReadable() {
        assertThat(secrets("file:/tmp/x.ts").hide("cannot write /tmp/x.ts"))
                .isEqualTo("cannot write /tmp/x.ts");
    }

    private static SecretWords secrets(String url) {
        return new SecretWords(StreamTarget.parse(url).orElseThrow());
    }
}
