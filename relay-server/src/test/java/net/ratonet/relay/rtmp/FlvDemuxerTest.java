package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsListener;
import org.junit.jupiter.api.Test;

final class FlvDemuxerTest {

    private static final byte[] KEY_PICTURE = {0, 0, 0, 2, 0x65, 1};
    private static final byte[] PICTURE = {0, 0, 0, 2, 0x41, 1};

    private final List<List<Track>> tracks = new ArrayList<>();
    private final List<AccessUnit> units = new ArrayList<>();
    private final FlvDemuxer demuxer =
            new FlvDemuxer(
                    new TsListener() {
                        @Override
                        public void tracks(List<Track> now) {
                            tracks.add(now);
                        }

                        @Override
                        public void unit(AccessUnit unit) {
                            units.add(unit);
                        }
                    });

    @Test
    void putsTheParameterSetsBeforeEachKeyFrame() {
        describeBoth();

        video(0, FlvVideo.avcFrame(true, 0, KEY_PICTURE));
        video(33, FlvVideo.avcFrame(false, 0, PICTURE));

        assertThat(parts(units.get(0))).containsExactly(9, 7, 8, 5);
        assertThat(parts(units.get(1))).containsExactly(9, 1);
        assertThat(units).extracting(AccessUnit::keyFrame).containsExactly(true, false);
    }

    @Test
    void tellsWhenToShowAPicture() {
        describeBoth();

        video(100, FlvVideo.avcFrame(true, 66, KEY_PICTURE));

        assertThat(units.getFirst().pts() - units.getFirst().dts()).isEqualTo(66 * 90);
    }

    @Test
    void putsAHeaderBeforeEachFrameOfSound() {
        describeBoth();

        audio(10, FlvAudio.aacFrame(new byte[] {1, 2, 3}));

        assertThat(units.getFirst().bytes()).hasSize(10).startsWith(0xFF, 0xF1);
    }

    @Test
    void goesOnWhenTheTimestampBeginsAnew() {
        describeBoth();

        video(0xFFFF_FFF0L, FlvVideo.avcFrame(true, 0, KEY_PICTURE));
        video(0x10, FlvVideo.avcFrame(false, 0, PICTURE));

        assertThat(units.get(1).dts() - units.get(0).dts() & (1L << 33) - 1).isEqualTo(32 * 90);
    }

    @Test
    void waitsASecondForPicturesAndThenGoesOnWithSound() {
        soundForASecond();
        assertThat(units).isEmpty();

        audio(1_020, FlvAudio.aacFrame(new byte[10]));

        assertThat(tracks)
                .singleElement()
                .satisfies(
                        now -> assertThat(now).extracting(Track::codec).containsExactly(Codec.AAC));
        assertThat(units).hasSize(52);
    }

    @Test
    void namesATrackThatComesLater() {
        soundForASecond();
        audio(1_020, FlvAudio.aacFrame(new byte[10]));

        video(1_100, FlvVideo.avcConfig(ParameterSetsTest.AVC_720P30));

        assertThat(tracks.getLast())
                .extracting(Track::codec)
                .containsExactly(Codec.H264, Codec.AAC);
    }

    @Test
    void saysWhatItCannotCarry() {
        assertThat(video(0, new byte[] {(byte) 0x90, 'a', 'v', '0', '1', 0}))
                .isEqualTo(new FlvBody.NotTaken("video in AV1"));
        assertThat(video(0, FlvVideo.avcFrame(true, 0, KEY_PICTURE)))
                .isInstanceOf(FlvBody.Malformed.class);
        assertThat(video(0, FlvVideo.avcConfig(new byte[3]))).isInstanceOf(FlvBody.Malformed.class);
        assertThat(units).isEmpty();
    }

    private void describeBoth() {
        video(0, FlvVideo.avcConfig(ParameterSetsTest.AVC_720P30));
        audio(0, FlvAudio.aacConfig(new AacFormat(2, 3, 2).config()));
    }

    private void soundForASecond() {
        audio(0, FlvAudio.aacConfig(new AacFormat(2, 3, 2).config()));
        for (var ms = 0; ms <= 1_000; ms += 20) {
            audio(ms, FlvAudio.aacFrame(new byte[10]));
        }
    }

    private FlvBody video(long ms, byte[] payload) {
        return demuxer.message(new RtmpMessage(RtmpMessage.VIDEO, 1, ms, payload))
                .orElse(new FlvBody.Nothing());
    }

    private void audio(long ms, byte[] payload) {
        assertThat(demuxer.message(new RtmpMessage(RtmpMessage.AUDIO, 1, ms, payload))).isEmpty();
    }

    private static List<Integer> parts(AccessUnit unit) {
        return Nals.ofStartCodes(unit.bytes()).stream().map(nal -> nal[0] & 0x1F).toList();
    }
}
