package net.ratonet.relay.ingest.srt.wire;

import static net.ratonet.relay.ingest.srt.wire.Wish.Purpose.PLAY;
import static net.ratonet.relay.ingest.srt.wire.Wish.Purpose.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamIdCodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish/live/K_e-y1",
                "/publish/live/K_e-y1",
                "uplive.sls/live/K_e-y1",
                "publish/K_e-y1",
                "live/K_e-y1",
                "live/K_e-y1/",
                "publish:K_e-y1",
                "publish:live/K_e-y1",
                "publish:K_e-y1:user",
                "publish:K_e-y1:user:pass",
                "#!::m=publish,r=K_e-y1",
                "#!::r=K_e-y1,m=publish,u=me,s=1",
                "#!::u=me,r=live/K_e-y1,m=publish",
                "#!::m=publish, r=K_e-y1 ",
                "%23!::m%3Dpublish%2Cr%3DK_e-y1",
                "publish%2Flive%2FK_e-y1",
                " publish/live/K_e-y1 "
            })
    void understandsWhoPublishes(String text) {
        var read = StreamIdCodec.read(text);

        assertThat(read).isEqualTo(asked(new Wish(PUBLISH, "K_e-y1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "play/live/K_e-y1",
                "live.sls/live/K_e-y1",
                "play/K_e-y1",
                "read/live/K_e-y1",
                "read:K_e-y1",
                "read:K_e-y1:user:pass",
                "#!::m=request,r=K_e-y1",
                "#!::r=play/live/K_e-y1,m=request",
                "%23!::m%3Drequest,r%3DK_e-y1"
            })
    void understandsWhoPlays(String text) {
        var read = StreamIdCodec.read(text);

        assertThat(read).isEqualTo(asked(new Wish(PLAY, "K_e-y1")));
    }

    @Test
    void triesABareKeyForPublishingFirst() {
        var read = StreamIdCodec.read("K_e-y1");

        assertThat(read).isEqualTo(asked(new Wish(PUBLISH, "K_e-y1"), new Wish(PLAY, "K_e-y1")));
    }

    @Test
    void triesAPrefixedKeyWholeBeforeWithout() {
        var publishing = StreamIdCodec.read("live_ab12");
        var playing = StreamIdCodec.read("play_ab12");

        assertThat(publishing)
                .isEqualTo(
                        asked(
                                new Wish(PUBLISH, "live_ab12"),
                                new Wish(PUBLISH, "ab12"),
                                new Wish(PLAY, "live_ab12")));
        assertThat(playing)
                .isEqualTo(
                        asked(
                                new Wish(PLAY, "play_ab12"),
                                new Wish(PLAY, "ab12"),
                                new Wish(PUBLISH, "play_ab12")));
    }

    @Test
    void looksForAPrefixWithinTheOtherFormsToo() {
        var read = StreamIdCodec.read("publish/live/live_ab12");

        assertThat(read)
                .isEqualTo(asked(new Wish(PUBLISH, "live_ab12"), new Wish(PUBLISH, "ab12")));
    }

    @Test
    void takesAccessControlWithoutAModeForEither() {
        var read = StreamIdCodec.read("#!::r=K_e-y1");

        assertThat(read).isEqualTo(asked(new Wish(PLAY, "K_e-y1"), new Wish(PUBLISH, "K_e-y1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "%20"})
    void noticesThatThereIsNone(String text) {
        var read = StreamIdCodec.read(text);

        assertThat(read).isEqualTo(new StreamId.Missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish/live/extra/K",
                "watch/live/K",
                "other/K",
                "rtmp://host/live/K",
                "publish:",
                "publish::user:pass",
                "#!::m=publish",
                "#!::m=publish,r=",
                "#!::m=bidirectional,r=K",
                "#!:{m:publish}",
                "#!::",
                "/",
                "publish/live/K\u0000"
            })
    void saysWhatIsWrongWithAnythingElse(String text) {
        var read = StreamIdCodec.read(text);

        assertThat(read).isInstanceOf(StreamId.Unclear.class);
    }

    @Test
    void leavesAPercentSignThatEscapesNothing() {
        var read = StreamIdCodec.read("publish/live/100%");

        assertThat(read).isEqualTo(asked(new Wish(PUBLISH, "100%")));
    }

    @Test
    void keepsAPlusSign() {
        var read = StreamIdCodec.read("publish%2Flive/a+b");

        assertThat(read).isEqualTo(asked(new Wish(PUBLISH, "a+b")));
    }

    @Test
    void survivesAnyText() {
        var random = new Random(4);
        var alphabet = "#!:/=,%+_live publish\u0000é{}";

        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            assertThat(StreamIdCodec.read(text.toString())).isNotNull();
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        var read = StreamIdCodec.read("k".repeat(513));

        assertThat(read).isInstanceOf(StreamId.Unclear.class);
    }

    @Test
    void keepsKeysOutOfItsText() {
        var wish = new Wish(PUBLISH, "secret");

        assertThat(asked(wish).toString()).doesNotContain("secret");
    }

    private static StreamId asked(Wish... wishes) {
        return new StreamId.Asked(List.of(wishes));
    }
}
