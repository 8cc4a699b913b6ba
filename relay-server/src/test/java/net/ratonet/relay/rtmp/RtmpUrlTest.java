package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RtmpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "rtmp://live.twitch.tv/app/live_1_abc, live.twitch.tv, 1935, app, live_1_abc",
        "rtmp://h:1936/app/KEY?bandwidthtest=true, h, 1936, app, KEY?bandwidthtest=true",
        "rtmp://h/app/instance/KEY, h, 1935, app/instance, KEY",
        "rtmps://h/app/KEY, h, 443, app, KEY",
        "rtmps://live-api-s.facebook.com:443/rtmp/FB-1?s_bl=1&a=/b/c, live-api-s.facebook.com, 443,"
                + " rtmp, FB-1?s_bl=1&a=/b/c",
        "rtmp://b.rtmp.youtube.com/live2?backup=1/KEY, b.rtmp.youtube.com, 1935, live2?backup=1,"
                + " KEY",
        "RTMP://[2001:db8::1]:1999/app/KEY, 2001:db8::1, 1999, app, KEY",
    })
    void partsAUrl(String text, String host, int port, String app, String key) {
        var url = RtmpUrl.parse(text).orElseThrow();

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.app()).isEqualTo(app);
        assertThat(url.key()).isEqualTo(key);
    }

    @Test
    void tellsTheServerEverythingButTheKey() {
        var url = RtmpUrl.parse("rtmps://[::1]:444/app/x/KEY?q=1").orElseThrow();

        assertThat(url.tcUrl()).isEqualTo("rtmps://[::1]:444/app/x");
    }

    @Test
    void showsNoKey() {
        var url = RtmpUrl.parse("rtmp://h/app/live_123456_secret?x=secret").orElseThrow();

        assertThat(url.toString()).isEqualTo("rtmp://h/app/live***").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://h/app/KEY",
                "srt://h:9000?streamid=x",
                "rtmp://h",
                "rtmp://h/",
                "rtmp://h/app",
                "rtmp://h/app/",
                "rtmp://user:word@h/app/KEY",
                "rtmp://h:0/app/KEY",
                "rtmp://h:99999/app/KEY",
                "rtmp://h/app/KEY with space",
                "rtmp:///app/KEY"
            })
    void takesNothingElse(String text) {
        assertThat(RtmpUrl.parse(text)).isEmpty();
    }
}
