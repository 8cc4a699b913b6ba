package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TsAssemblerTest {

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final TsAssembler assembler = new TsAssembler(found::write);

    @Test
    void handsOnWhatComesInOnePiece() {
        var stream = packets(100);

        assembler.accept(stream, 0, stream.length);

        assertThat(found.toByteArray()).isEqualTo(stream);
        assertThat(assembler.garbageBytes()).isZero();
    }

    @Test
    void putsPiecesOfAnySizeTogether() {
        var stream = packets(500);
        var random = new Random(4);

        for (var at = 0; at < stream.length; ) {
            var length = Math.min(1 + random.nextInt(700), stream.length - at);
            assembler.accept(stream, at, length);
            at += length;
        }

        assertThat(found.toByteArray()).isEqualTo(stream);
    }

    @Test
    void findsItsWayThroughGarbageAndCountsIt() {
        var garbage = new byte[1_000];
        Arrays.fill(garbage, (byte) 0x46);
        garbage[500] = TsPacket.SYNC;
        var stream = packets(10);

        assembler.accept(garbage, 0, garbage.length);
        assembler.accept(stream, 0, stream.length);
        assembler.accept(garbage, 0, 77);
        assembler.accept(stream, 0, stream.length);

        assertThat(found.toByteArray()).isEqualTo(SampleStream.joined(stream, stream));
        assertThat(assembler.garbageBytes()).isEqualTo(1_077);
    }

    @Test
    void losesOnlyThePacketThatLacksAByte() {
        var stream = packets(20);
        var cut = 5 * TsPacket.LENGTH + 90;

        assembler.accept(stream, 0, cut);
        assembler.accept(stream, cut + 1, stream.length - cut - 1);

        assertThat(found.size()).isBetween(18 * TsPacket.LENGTH, 20 * TsPacket.LENGTH);
        assertThat(Arrays.copyOf(found.toByteArray(), 5 * TsPacket.LENGTH))
                .isEqualTo(Arrays.copyOf(stream, 5 * TsPacket.LENGTH));
    }

    @Test
    void findsNothingInNoise() {
        var noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);

        assembler.accept(noise, 0, noise.length);

        assertThat(found.size()).isLessThan(noise.length / 1_000);
        assertThat(assembler.garbageBytes()).isGreaterThan(noise.length / 100 * 99L);
    }

    private static byte[] packets(int count) {
        var stream = new byte[count * TsPacket.LENGTH];
        for (var i = 0; i < count; i++) {
            Arrays.fill(stream, i * TsPacket.LENGTH, (i + 1) * TsPacket.LENGTH, (byte) i);
            stream[i * TsPacket.LENGTH] = TsPacket.SYNC;
        }
        return stream;
    }
}
