package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NalsTest {

    @Test
    void findsPartsBehindShortAndLongStartCodes() {
        var bytes = HexFormat.of().parseHex("0000000109f0" + "0000016742" + "00000001654400010203");

        assertThat(Nals.ofStartCodes(bytes))
                .containsExactly(hex("09f0"), hex("6742"), hex("654400010203"));
    }

    @Test
    void leavesOutFillingZeros() {
        assertThat(Nals.ofStartCodes(hex("00000165aa0000000000000165bb0000")))
                .containsExactly(hex("65aa"), hex("65bb"));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Nals.ofStartCodes(new byte[0])).isEmpty();
        assertThat(Nals.ofStartCodes(hex("000001"))).isEmpty();
        assertThat(Nals.ofStartCodes(hex("aabbccdd"))).isEmpty();
    }

    @Test
    void goesFromOneFormToTheOtherAndBack() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var parts = parts(random);

            assertThat(Nals.ofStartCodes(Nals.withStartCodes(parts)))
                    .containsExactlyElementsOf(parts);
            assertThat(Nals.ofLengths(Nals.withLengths(parts), 4))
                    .hasValueSatisfying(
                            found -> assertThat(found).containsExactlyElementsOf(parts));
        }
    }

    @Test
    void refusesLengthsThatDoNotFit() {
        assertThat(Nals.ofLengths(hex("00000005aabb"), 4)).isEmpty();
        assertThat(Nals.ofLengths(hex("ffffffffaabb"), 4)).isEmpty();
        assertThat(Nals.ofLengths(hex("0000"), 4)).isEmpty();
    }

    private static List<byte[]> parts(Random random) {
        var parts = new ArrayList<byte[]>();
        for (var i = 0; i < 1 + random.nextInt(5); i++) {
            var part = new byte[1 + random.nextInt(300)];
            for (var at = 0; at < part.length; at++) {
                // Without zeros there is no false start code, as encoders see to.
                part[at] = (byte) (1 + random.nextInt(255));
            }
            parts.add(part);
        }
        return parts;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
