package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParameterSetTest {

    @Test
    void readsTheSizeOfH264PastItsCropping() {
        var sps = h264(SampleStream.h264());

        assertThat(sps.width()).isEqualTo(320);
        assertThat(sps.height()).isEqualTo(180);
        assertThat(sps.framesPerSecond().orElseThrow()).isEqualTo(30);
        assertThat(sps.level()).isPositive();
    }

    @Test
    void readsTheProfilesThatCarryChromaAndScalingLists() {
        var high =
                h264(
                        SampleStream.made(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=322x178:rate=60000/1001:d=0.5",
                                "-pix_fmt",
                                "yuv444p",
                                "-c:v",
                                "libx264",
                                "-x264-params",
                                "cqm=jvt"));

        assertThat(high.profile()).isEqualTo(244);
        assertThat(high.width()).isEqualTo(322);
        assertThat(high.height()).isEqualTo(178);
        assertThat(high.framesPerSecond().orElseThrow()).isCloseTo(59.94, within(0.01));
    }

    @Test
    void readsInterlacedH264() {
        var sps =
                h264(
                        SampleStream.made(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=320x180:rate=25:d=0.5",
                                "-pix_fmt",
                                "yuv420p",
                                "-flags",
                                "+ilme+ildct",
                                "-c:v",
                                "libx264"));

        assertThat(sps.height()).isEqualTo(180);
        assertThat(sps.framesPerSecond().orElseThrow()).isEqualTo(25);
    }

    @Test
    void readsTheSizeAndRateOfHevc() {
        var sps = hevc(SampleStream.hevc());

        assertThat(sps.width()).isEqualTo(320);
        assertThat(sps.height()).isEqualTo(180);
        assertThat(sps.profile().number()).isEqualTo(1);
        assertThat(sps.framesPerSecond().orElseThrow()).isEqualTo(30);
    }

    @Test
    void readsColours() {
        var tagged =
                SampleStream.made(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=320x180:rate=25:d=0.5",
                        "-pix_fmt",
                        "yuv420p",
                        "-vf",
                        "setparams=range=pc",
                        "-c:v",
                        "libx264",
                        "-x264-params",
                        "colorprim=bt709:transfer=smpte170m:colormatrix=bt2020nc");

        assertThat(h264(tagged).colours()).isEqualTo(new ColourTags(1, 6, 9, true));
        assertThat(h264(tagged).framesPerSecond().orElseThrow()).isEqualTo(25);
        assertThat(h264(SampleStream.h264()).colours()).isEqualTo(ColourTags.NONE);
    }

    @Test
    void readsHevcWithScalingLists() {
        var sps =
                hevc(
                        SampleStream.made(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=362x178:rate=24:d=0.5",
                                "-pix_fmt",
                                "yuv420p10",
                                "-c:v",
                                "libx265",
                                "-x265-params",
                                "log-level=none:pools=1:scaling-list=default"));

        assertThat(sps.width()).isEqualTo(362);
        assertThat(sps.profile().number()).isEqualTo(2);
        assertThat(sps.framesPerSecond().orElseThrow()).isEqualTo(24);
    }

    @Test
    void readsTheHeaderOfAac() {
        var unit = Heard.in(SampleStream.h264()).of(Codec.AAC).getFirst();

        var header = AdtsHeader.parse(unit.bytes(), 0, unit.bytes().length).orElseThrow();

        assertThat(header.sampleRate()).isEqualTo(48_000);
        assertThat(header.channels()).isEqualTo(2);
        assertThat(header.objectType()).isEqualTo(2);
        assertThat(header.headerLength()).isEqualTo(7);
    }

    @Test
    void givesUpOnASetThatEndsEarly() {
        var key = Heard.in(SampleStream.h264()).of(Codec.H264).getFirst().bytes();
        var nal = AnnexB.next(key, 0, key.length);
        while ((key[nal] & 0x1f) != 7) {
            nal = AnnexB.next(key, nal, key.length);
        }

        assertThat(H264Sps.parse(key, nal, 6)).isEmpty();
        assertThat(H264Sps.parse(key, nal + 1, 20)).isEmpty();
    }

    private static H264Sps h264(byte[] stream) {
        var key = Heard.in(stream).of(Codec.H264).getFirst().bytes();
        return AnnexB.units(key, 0, key.length).stream()
                .map(nal -> H264Sps.parse(key, nal.offset(), nal.length()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static HevcSps hevc(byte[] stream) {
        var key = Heard.in(stream).of(Codec.HEVC).getFirst().bytes();
        return AnnexB.units(key, 0, key.length).stream()
                .map(nal -> HevcSps.parse(key, nal.offset(), nal.length()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
