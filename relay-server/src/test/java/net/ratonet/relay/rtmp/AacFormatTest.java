package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AacFormatTest {

    private static final AacFormat STEREO_48K = new AacFormat(2, 3, 2);

    @Test
    void readsAndWritesAConfig() {
        var config = HexFormat.of().parseHex("1190");

        assertThat(AacFormat.ofConfig(config)).contains(STEREO_48K);
        assertThat(STEREO_48K.config()).isEqualTo(config);
        assertThat(STEREO_48K.sampleRate()).isEqualTo(48_000);
    }

    @Test
    void readsTheCoreOfHeAac() {
        assertThat(AacFormat.ofConfig(HexFormat.of().parseHex("2b920800")))
                .contains(new AacFormat(2, 7, 2));
    }

    @Test
    void refusesWhatAdtsCannotSay() {
        assertThat(AacFormat.ofConfig(new byte[0])).isEmpty();
        assertThat(AacFormat.ofConfig(HexFormat.of().parseHex("1180"))).isEmpty();
        assertThat(STEREO_48K.adts(new byte[9_000])).isEmpty();
    }

    @Test
    void cutsFramesHoweverTheStreamIsPieced() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var stream = new ByteArrayOutputStream();
            var sizes = new int[20];
            for (var i = 0; i < sizes.length; i++) {
                var raw = new byte[1 + random.nextInt(600)];
                // Nothing in here looks like the start of a frame.
                Arrays.fill(raw, (byte) i);
                sizes[i] = raw.length;
                stream.writeBytes(STEREO_48K.adts(raw).orElseThrow());
            }

            var found = cutInPieces(stream.toByteArray(), random);

            assertThat(found).as("seed %d", seed).isEqualTo(sizes);
        }
    }

    @Test
    void countsSamplesFromTheStartOfEachPiece() {
        var frames = new AdtsFrames();
        var one = STEREO_48K.adts(new byte[100]).orElseThrow();
        var two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);

        var first = frames.cut(Arrays.copyOf(two, 150));
        var second = frames.cut(Arrays.copyOfRange(two, 150, two.length));
        var third = frames.cut(two);

        assertThat(first).extracting(AdtsFrames.Cut::samplesBefore).containsExactly(0);
        assertThat(second).extracting(AdtsFrames.Cut::samplesBefore).containsExactly(-1_024);
        assertThat(third).extracting(AdtsFrames.Cut::samplesBefore).containsExactly(0, 1_024);
    }

    @Test
    void bearsGarbage() {
        var frames = new AdtsFrames();
        for (var seed = 0; seed < 2_000; seed++) {
            var garbage = new byte[200];
            new Random(seed).nextBytes(garbage);
            garbage[0] = (byte) 0xFF;
            garbage[1] = (byte) 0xF1;

            assertThat(frames.cut(garbage)).allMatch(cut -> cut.raw().length < 8_192);
        }
    }

    private static int[] cutInPieces(byte[] stream, Random random) {
        var frames = new AdtsFrames();
        var found = IntStream.builder();
        for (var at = 0; at < stream.length; ) {
            var end = Math.min(stream.length, at + 1 + random.nextInt(900));
            frames.cut(Arrays.copyOfRange(stream, at, end))
                    .forEach(cut -> found.add(cut.raw().length));
            at = end;
        }
        return found.build().toArray();
    }
}
