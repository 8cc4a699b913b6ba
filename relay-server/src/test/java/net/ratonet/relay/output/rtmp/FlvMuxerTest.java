package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.ratonet.relay.rtmp.AacFormat;
import net.ratonet.relay.rtmp.Amf0Codec;
import net.ratonet.relay.rtmp.AmfReading;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.FlvBody;
import net.ratonet.relay.rtmp.FlvVideo;
import net.ratonet.relay.rtmp.Nals;
import net.ratonet.relay.rtmp.ParameterSets;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.Track;
import org.junit.jupiter.api.Test;

final class FlvMuxerTest {

    private static final Track VIDEO = new Track(256, 0x1B, Codec.H264);
    private static final Track AUDIO = new Track(257, 0x0F, Codec.AAC);
    private static final long MASK = (1L << 33) - 1;
    private static final List<byte[]> SMALL =
            sets("0142c01fffe100176742c01fda014016ec0440000003004000000f03c60ca801000468ce0fc8");
    private static final List<byte[]> LARGE =
            sets(
                    "0164002affe1001c6764002aacd940790227889b0110000003001000000303"
                            + "20f183196001000668ebe3cb22c0fdf8f800");
    private static final List<byte[]> HEVC =
            ParameterSets.parse(
                            Codec.HEVC,
                            HexFormat.of()
                                    .parseHex(
                                            "0101600000009000000000005df000fcfdf8f800000f03a00001001840010c01ffff016000000300"
                                                + "90000003000003005d959409a10001002b42010101600000030090000003000003005da00280802d"
                                                + "16595952930bc05a020000030002000003003c10a2000100064401c073c189"))
                    .orElseThrow()
                    .nals();
    private static final byte[] DELIMITER = {9, (byte) 0xF0};
    private static final byte[] KEY_SLICE = {0x65, 1, 2};
    private static final byte[] SLICE = {0x41, 1, 2};

    private final FlvMuxer muxer = new FlvMuxer();

    @Test
    void saysWhatComesAndBeginsAtAKeyFrame() {
        muxer.tracks(List.of(VIDEO));
        muxer.unit(video(0, false, SLICE));
        muxer.unit(keyFrame(3_000, SMALL));
        muxer.unit(video(6_000, false, SLICE));

        var sent = muxer.take();

        assertThat(sent).extracting(RtmpMessage::type).containsExactly(18, 9, 9, 9);
        assertThat(sent).extracting(RtmpMessage::timestamp).containsExactly(0L, 0L, 0L, 33L);
        assertThat(FlvVideo.parse(sent.get(1).payload())).isInstanceOf(FlvBody.Config.class);
        assertThat(parts(sent.get(2))).containsExactly(5);
        assertThat(parts(sent.get(3))).containsExactly(1);
    }

    @Test
    void tellsSizeAndRate() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        muxer.unit(keyFrame(3_000, SMALL));
        muxer.unit(audio(3_000, 1));

        var metadata =
                ((AmfReading.Values) Amf0Codec.decode(muxer.take().getFirst().payload())).values();

        assertThat(metadata.get(0)).isEqualTo(AmfValue.text("@setDataFrame"));
        assertThat(metadata.get(2).get("width")).contains(AmfValue.num(1_280));
        assertThat(metadata.get(2).get("height")).contains(AmfValue.num(720));
        assertThat(metadata.get(2).get("framerate")).contains(AmfValue.num(30));
        assertThat(metadata.get(2).get("videocodecid")).contains(AmfValue.num(7));
        assertThat(metadata.get(2).get("audiocodecid")).contains(AmfValue.num(10));
        assertThat(metadata.get(2).get("audiosamplerate")).contains(AmfValue.num(48_000));
    }

    @Test
    void tellsHowToDecodeOnlyWhenThatChanges() {
        muxer.tracks(List.of(VIDEO));
        muxer.unit(keyFrame(0, SMALL));
        muxer.unit(keyFrame(3_000, SMALL));
        muxer.unit(keyFrame(6_000, LARGE));
        muxer.unit(keyFrame(9_000, SMALL));

        var kinds =
                muxer.take().stream()
                        .skip(1)
                        .map(message -> FlvVideo.parse(message.payload()) instanceof FlvBody.Config)
                        .toList();

        assertThat(kinds).containsExactly(true, false, false, true, false, true, false);
    }

    @Test
    void keepsAParameterSetThatComesAlone() {
        muxer.tracks(List.of(VIDEO));
        muxer.unit(keyFrame(0, SMALL));
        muxer.take();

        muxer.unit(video(3_000, false, new byte[] {0x68, 1, 1}, SLICE));

        assertThat(parts(muxer.take().getFirst())).containsExactly(8, 1);
    }

    @Test
    void tellsHowMuchLaterToShowAPicture() {
        muxer.tracks(List.of(VIDEO));
        var whole = whole(SMALL, KEY_SLICE);
        muxer.unit(new AccessUnit(VIDEO, 6_030, 30, true, whole));

        assertThat(FlvVideo.parse(muxer.take().get(2).payload()))
                .isInstanceOfSatisfying(
                        FlvBody.Frame.class,
                        frame -> assertThat(frame.compositionMs()).isEqualTo(66));
    }

    @Test
    void goesOnThroughTheEndOf33Bits() {
        muxer.tracks(List.of(VIDEO));
        for (var i = 0; i < 100; i++) {
            muxer.unit(keyFrame(MASK - 150_000 + 3_000L * i & MASK, SMALL));
        }

        var times = muxer.take().stream().skip(2).map(RtmpMessage::timestamp).toList();

        assertThat(times).isSorted().doesNotHaveDuplicates().last().isEqualTo(3_300L);
    }

    @Test
    void neverGoesBack() {
        muxer.tracks(List.of(VIDEO));
        for (var dts : new long[] {0, 3_000, 3_000, 2_990, 3_010, 900_000_000, 0, 3_000}) {
            muxer.unit(keyFrame(dts, SMALL));
        }

        var times = muxer.take().stream().skip(2).map(RtmpMessage::timestamp).toList();

        assertThat(times).hasSize(8).isSorted().doesNotHaveDuplicates();
        assertThat(times.getLast()).isLessThan(1_000);
    }

    @Test
    void bringsSoundAndPicturesIntoOrder() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        for (var i = 0; i < 10; i++) {
            muxer.unit(keyFrame(3_000L * i, SMALL));
        }
        muxer.unit(audio(0, 10));
        muxer.unit(audio(19_200, 10));

        var sent = muxer.take();

        assertThat(sent).extracting(RtmpMessage::timestamp).isSorted();
        assertThat(sent).extracting(RtmpMessage::type).contains(8, 9);
    }

    @Test
    void waitsForSoundButNotForEver() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        for (var i = 0; i < 60; i++) {
            muxer.unit(keyFrame(3_000L * i, SMALL));
        }

        assertThat(muxer.take()).hasSizeBetween(35, 45);
    }

    @Test
    void holdsOnlySoMuchWhenTheClockStandsStill() {
        muxer.tracks(List.of(VIDEO, AUDIO));
        for (var i = 0; i < 2_000; i++) {
            muxer.unit(keyFrame(0, SMALL));
        }

        assertThat(muxer.take()).hasSizeGreaterThan(1_400);
    }

    @Test
    void cutsSoundIntoFrames() {
        muxer.tracks(List.of(AUDIO));
        muxer.unit(audio(0, 3));

        var sent = muxer.take();

        assertThat(sent).extracting(RtmpMessage::type).containsExactly(18, 8, 8, 8, 8);
        assertThat(sent).extracting(RtmpMessage::timestamp).containsExactly(0L, 0L, 0L, 21L, 42L);
    }

    @Test
    void beginsAgainAtAKeyFrameWhenSomethingIsLost() {
        muxer.tracks(List.of(VIDEO));
        muxer.unit(keyFrame(0, SMALL));
        muxer.take();

        muxer.lost();
        muxer.unit(video(3_000, false, SLICE));
        muxer.unit(keyFrame(6_000, SMALL));

        assertThat(muxer.take())
                .singleElement()
                .satisfies(message -> assertThat(message.timestamp()).isEqualTo(66));
    }

    @Test
    void beginsInAnOpenGroupOfHevcWithoutWhatLeadsIn() {
        var track = new Track(256, 0x24, Codec.HEVC);
        muxer.tracks(List.of(track));
        for (var group = 0; group < 2; group++) {
            muxer.unit(hevc(track, group * 9_000L, 21));
            muxer.unit(hevc(track, group * 9_000L + 3_000, 9));
            muxer.unit(hevc(track, group * 9_000L + 6_000, 1));
        }

        var kinds =
                muxer.take().stream()
                        .map(message -> FlvVideo.parse(message.payload()))
                        .filter(FlvBody.Frame.class::isInstance)
                        .map(frame -> ((FlvBody.Frame) frame).bytes()[4] >> 1 & 0x3F);

        assertThat(kinds).containsExactly(17, 1, 21, 9, 1);
    }

    @Test
    void leavesOutSoundThatRtmpDoesNotCarry() {
        var opus = new Track(258, 6, Codec.OPUS);
        muxer.tracks(List.of(VIDEO, opus));
        muxer.unit(keyFrame(0, SMALL));
        muxer.unit(new AccessUnit(opus, 0, 0, true, new byte[10]));

        assertThat(muxer.take()).extracting(RtmpMessage::type).containsExactly(18, 9, 9);
        assertThat(muxer.video()).contains(Codec.H264);
    }

    private static AccessUnit keyFrame(long dts, List<byte[]> sets) {
        return new AccessUnit(VIDEO, dts, dts, true, whole(sets, KEY_SLICE));
    }

    private static AccessUnit hevc(Track track, long dts, int kind) {
        var parts = new ArrayList<byte[]>();
        if (kind == 21) {
            parts.addAll(HEVC);
        }
        parts.add(new byte[] {(byte) (kind << 1), 1, 7});
        return new AccessUnit(track, dts, dts, kind == 21, Nals.withStartCodes(parts));
    }

    private static AccessUnit video(long dts, boolean keyFrame, byte[]... nals) {
        return new AccessUnit(VIDEO, dts, dts, keyFrame, Nals.withStartCodes(List.of(nals)));
    }

    private static byte[] whole(List<byte[]> sets, byte[] slice) {
        return Nals.withStartCodes(List.of(DELIMITER, sets.get(0), sets.get(1), slice));
    }

    private static AccessUnit audio(long pts, int frames) {
        var frame = new AacFormat(2, 3, 2).adts(new byte[20]).orElseThrow();
        var bytes = new byte[frame.length * frames];
        for (var i = 0; i < frames; i++) {
            System.arraycopy(frame, 0, bytes, i * frame.length, frame.length);
        }
        return new AccessUnit(AUDIO, pts, pts, false, bytes);
    }

    private static List<Integer> parts(RtmpMessage message) {
        var frame = (FlvBody.Frame) FlvVideo.parse(message.payload());
        return Nals.ofLengths(frame.bytes(), 4).orElseThrow().stream()
                .map(nal -> nal[0] & 0x1F)
                .toList();
    }

    private static List<byte[]> sets(String avcC) {
        return ParameterSets.parse(Codec.H264, HexFormat.of().parseHex(avcC)).orElseThrow().nals();
    }
}
