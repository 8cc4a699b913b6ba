package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever comes in: no exception, and reading goes on afterwards.
final class HostileBytesTest {

    @Test
    void demuxerEndsNoThreadWithNoise() {
        var random = new Random(11);
        var demuxer = new TsDemuxer(new Heard());
        var noise = new byte[1_000 * TsPacket.LENGTH];

        for (var round = 0; round < 50; round++) {
            random.nextBytes(noise);
            for (var packet = 0; packet < noise.length; packet += TsPacket.LENGTH) {
                noise[packet] = TsPacket.SYNC;
                noise[packet + 1] &= (byte) 0x40;
                noise[packet + 2] &= 0x03;
            }
            demuxer.accept(noise, 0, noise.length);
        }

        assertThatNoException().isThrownBy(demuxer::flush);
    }

    @Test
    void spoiltStreamsStillGiveMostOfTheirUnits() {
        for (var sample :
                new byte[][] {SampleStream.h264(), SampleStream.hevc(), SampleStream.opus()}) {
            var whole = Heard.in(sample).units.size();
            var random = new Random(12);

            for (var round = 0; round < 100; round++) {
                var spoilt = sample.clone();
                for (var i = 0; i < 20; i++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
                }

                assertThat(Heard.in(spoilt).units).hasSizeGreaterThan(whole / 2);
            }
        }
    }

    @Test
    void parameterSetsAndHeadersReadAnything() {
        var random = new Random(13);
        var noise = new byte[64];

        for (var round = 0; round < 200_000; round++) {
            random.nextBytes(noise);
            noise[0] = (byte) (round % 2 == 0 ? 0x67 : 0x42);
            var length = random.nextInt(noise.length + 1);
            H264Sps.parse(noise, 0, length)
                    .ifPresent(sps -> assertThat(sps.width()).isBetween(1, 16_384));
            HevcSps.parse(noise, 0, length)
                    .ifPresent(sps -> assertThat(sps.height()).isBetween(1, 16_384));
            AdtsHeader.parse(noise, random.nextInt(noise.length), noise.length)
                    .ifPresent(header -> assertThat(header.frameLength()).isBetween(7, 8_191));
            AnnexB.units(noise, 0, length)
                    .forEach(nal -> assertThat(nal.offset() + nal.length()).isBetween(1, length));
        }
    }
}
