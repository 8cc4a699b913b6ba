package net.ratonet.relay.output.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.ts.TsPacket;

/// One AAC frame in which nothing is heard, as a piece of sound in one packet.
final class SilentAac {

    /// What a frame of so many channels consists of: single ones, pairs, and one for low
    /// frequencies.
    private static final List<String> ELEMENTS =
            List.of("", "S", "P", "SP", "SPS", "SPP", "SPPL", "SPPPL");

    private static final int LOUDNESS = 100;
    private static final int LONGEST_FRAME = 32;
    private static final int ADTS_HEADER = 7;
    private static final int PES_HEADER = 14;
    private static final int AUDIO_STREAM = 0xc0;

    private SilentAac() {}

    /// Nothing where the frames do not tell which channels there are.
    static Optional<Pes> like(AdtsFrames frames) {
        return Optional.of(ELEMENTS.get(frames.channels()))
                .filter(elements -> !elements.isEmpty())
                .map(elements -> pes(frames, frame(elements)));
    }

    private static byte[] frame(String elements) {
        var bits = new Bits();
        var pairs = 0;
        var singles = 0;
        for (var at = 0; at < elements.length(); at++) {
            switch (elements.charAt(at)) {
                case 'P' -> pair(bits, pairs++);
                case 'L' -> single(bits, 3, 0);
                default -> single(bits, 0, singles++);
            }
        }
        bits.put(7, 3);
        return bits.whole();
    }

    private static void single(Bits bits, int kind, int number) {
        bits.put(kind, 3).put(number, 4).put(LOUDNESS, 8);
        oneWindowWithoutBands(bits);
        bits.put(0, 3);
    }

    private static void pair(Bits bits, int number) {
        bits.put(1, 3).put(number, 4).put(1, 1);
        oneWindowWithoutBands(bits);
        bits.put(0, 2).put(LOUDNESS, 8).put(0, 3).put(LOUDNESS, 8).put(0, 3);
    }

    private static void oneWindowWithoutBands(Bits bits) {
        bits.put(0, 11);
    }

    /// Written one after the other, the highest first. For one thread.
    private static final class Bits {

        private final byte[] bytes = new byte[LONGEST_FRAME];
        private int at;

        Bits put(int value, int count) {
            for (var bit = count - 1; bit >= 0; bit--, at++) {
                bytes[at / 8] |= (byte) ((value >> bit & 1) << (7 - at % 8));
            }
            return this;
        }

        byte[] whole() {
            return Arrays.copyOf(bytes, (at + 7) / 8);
        }
    }

    private static Pes pes(AdtsFrames like, byte[] frame) {
        var size = ADTS_HEADER + frame.length;
        var packet = new byte[TsPacket.LENGTH];
        Arrays.fill(packet, (byte) 0xff);
        var stuffing = TsPacket.LENGTH - 4 - PES_HEADER - size;
        put(packet, 0, TsPacket.SYNC, 0x40, 0, 0x30, stuffing - 1, 0);
        var pes = 4 + stuffing;
        put(packet, pes, 0, 0, 1, AUDIO_STREAM, 0, size + PES_HEADER - 6, 0x80, 0x80, 5);
        put(packet, pes + 9, 0x21, 0, 1, 0, 1);
        var adts = pes + PES_HEADER;
        put(packet, adts, 0xff, 0xf1, 0x40 | like.rateIndex() << 2 | like.channels() >> 2);
        put(packet, adts + 3, (like.channels() & 3) << 6, size >> 3, (size & 7) << 5 | 0x1f, 0xfc);
        System.arraycopy(frame, 0, packet, adts + ADTS_HEADER, frame.length);
        var silent = new Pes(false, 1);
        silent.add(packet, 0);
        return silent;
    }

    private static void put(byte[] out, int at, int... values) {
        for (var i = 0; i < values.length; i++) {
            out[at + i] = (byte) values[i];
        }
    }
}
