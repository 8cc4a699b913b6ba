package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.ratonet.relay.session.ts.SampleStream.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TsDemuxerTest {

    @TempDir private Path folder;

    @Test
    void findsEveryPictureThatFfmpegFinds() throws IOException {
        var stream = SampleStream.h264();

        var heard = Heard.in(stream);

        assertThat(heard.codecs()).containsExactly(Codec.H264, Codec.AAC);
        assertThat(asPackets(heard.of(Codec.H264))).isEqualTo(ffmpegs(stream, "v"));
    }

    @Test
    void findsTheOrderOfBFrames() throws IOException {
        var stream = SampleStream.bFrames();

        var units = Heard.in(stream).of(Codec.H264);

        assertThat(asPackets(units)).isEqualTo(ffmpegs(stream, "v"));
        assertThat(units).anyMatch(unit -> unit.pts() != unit.dts());
    }

    @Test
    void findsHevcWithItsKeyFrames() throws IOException {
        var stream = SampleStream.hevc();

        var heard = Heard.in(stream);

        assertThat(heard.codecs()).containsExactly(Codec.HEVC, Codec.AAC);
        assertThat(asPackets(heard.of(Codec.HEVC))).isEqualTo(ffmpegs(stream, "v"));
    }

    @Test
    void knowsAKeyFrameByItsSlicesWhereNoIndicatorTells() throws IOException {
        for (var sample : List.of(SampleStream.h264(), SampleStream.hevc())) {
            var expected = Heard.in(sample).units.stream().map(AccessUnit::keyFrame).toList();

            var bare = Heard.in(withoutRandomAccess(sample));

            assertThat(bare.units.stream().map(AccessUnit::keyFrame)).isEqualTo(expected);
        }
    }

    @Test
    void handsOutAllAudioInWholeFrames() throws IOException {
        var stream = SampleStream.h264();

        var units = Heard.in(stream).of(Codec.AAC);

        var bytes = units.stream().mapToInt(unit -> unit.bytes().length).sum();
        var frames = units.stream().mapToInt(TsDemuxerTest::adtsFrames).sum();
        assertThat(bytes).isEqualTo(ffmpegs(stream, "a").stream().mapToInt(Packet::size).sum());
        assertThat(frames).isEqualTo(ffmpegs(stream, "a").size());
    }

    @Test
    void knowsOpusByItsRegistration() {
        var heard = Heard.in(SampleStream.opus());

        assertThat(heard.codecs()).containsExactly(Codec.OPUS);
        assertThat(heard.units).hasSizeGreaterThan(20).allMatch(AccessUnit::keyFrame);
    }

    @Test
    void tellsWhenTheTracksChange() {
        var stream = SampleStream.joined(SampleStream.h264(), SampleStream.hevc());

        var heard = Heard.in(stream);

        assertThat(heard.tracks).hasSize(2);
        assertThat(heard.of(Codec.H264)).hasSize(120);
        assertThat(heard.of(Codec.HEVC)).hasSize(120);
    }

    @Test
    void findsTheSameInPiecesOfAnySize() {
        var stream = SampleStream.h264();
        var heard = new Heard();
        var demuxer = new TsDemuxer(heard);

        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            demuxer.accept(stream, packet, TsPacket.LENGTH);
        }
        demuxer.flush();

        assertThat(heard.units).hasSameSizeAs(Heard.in(stream).units);
    }

    @Test
    void takesAPacketThatIsThereTwiceOnce() {
        var stream = SampleStream.withoutAudio();

        var heard = Heard.in(TsBytes.eachTwice(stream));

        assertThat(heard.units.stream().map(unit -> Arrays.hashCode(unit.bytes())))
                .isEqualTo(
                        Heard.in(stream).units.stream()
                                .map(unit -> Arrays.hashCode(unit.bytes()))
                                .toList());
    }

    @Test
    void throwsAwayWhatFollowsAHoleInAUnit() {
        var stream = SampleStream.withoutAudio();
        var whole = Heard.in(stream).units;
        var third = TsBytes.packetsOf(stream, whole.getFirst().track().pid()).get(2);

        var heard = Heard.in(TsBytes.without(stream, third));

        assertThat(heard.units).hasSameSizeAs(whole);
        assertThat(heard.units.getFirst().bytes())
                .isEqualTo(
                        Arrays.copyOf(
                                whole.getFirst().bytes(), heard.units.getFirst().bytes().length))
                .hasSizeLessThan(2 * TsPacket.LENGTH);
        assertThat(heard.units.get(1).bytes()).isEqualTo(whole.get(1).bytes());
    }

    @Test
    void dropsAPictureThatNeverEnds() {
        var stream = SampleStream.withoutAudio();
        var heard = new Heard();
        var demuxer = new TsDemuxer(heard);
        demuxer.accept(stream, 0, stream.length);
        demuxer.flush();
        var before = heard.units.size();
        var endless = TsBytes.endless(heard.tracks.getLast().getFirst().pid());

        demuxer.accept(endless, 0, TsPacket.LENGTH);
        for (var i = 0; i < 2 * PesAssembler.LONGEST_VIDEO / 184 / 16; i++) {
            demuxer.accept(endless, TsPacket.LENGTH, endless.length - TsPacket.LENGTH);
        }
        demuxer.flush();
        demuxer.accept(stream, 0, stream.length);
        demuxer.flush();

        assertThat(heard.units).hasSize(2 * before);
    }

    private List<Packet> ffmpegs(byte[] stream, String kind) throws IOException {
        var file = Files.write(folder.resolve("sample.ts"), stream);
        return SampleStream.packets(file, kind);
    }

    private static List<Packet> asPackets(List<AccessUnit> units) {
        return units.stream()
                .map(unit ->
                        new Packet(unit.pts(), unit.dts(), unit.bytes().length, unit.keyFrame()))
                .toList();
    }

    private static int adtsFrames(AccessUnit unit) {
        var frames = 0;
        var at = 0;
        while (at < unit.bytes().length) {
            at +=
                    AdtsHeader.parse(unit.bytes(), at, unit.bytes().length)
                            .orElseThrow()
                            .frameLength();
            frames++;
        }
        assertThat(at).isEqualTo(unit.bytes().length);
        return frames;
    }

    private static byte[] withoutRandomAccess(byte[] stream) {
        var bare = stream.clone();
        for (var packet = 0; packet < bare.length; packet += TsPacket.LENGTH) {
            if (TsPacket.isRandomAccess(bare, packet)) {
                bare[packet + 5] &= ~0x40;
            }
        }
        return bare;
    }
}
