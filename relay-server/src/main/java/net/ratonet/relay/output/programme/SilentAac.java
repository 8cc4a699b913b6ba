package net.ratonet.relay.output.programme;

import java.util.Arrays;
import java.util.Optional;
import net.ratonet.relay.session.ts.TsPacket;

/// One AAC frame in which nothing is heard, as a piece of sound in one packet.
final class SilentAac {

    private static final byte[] MONO = {0x00, (byte) 0xc8, 0x00, (byte) 0x80, 0x23, (byte) 0x80};
    private static final byte[] STEREO = {
        0x21, 0x00, 0x49, (byte) 0x90, 0x02, 0x19, 0x00, 0x23, (byte) 0x80
    };
    private static final int ADTS_HEADER = 7;
    private static final int PES_HEADER = 14;
    private static final int AUDIO_STREAM = 0xc0;

    private SilentAac() {}

    /// Nothing for more than two channels.
    static Optional<Pes> like(AdtsFrames frames) {
        return switch (frames.channels()) {
            case 1 -> Optional.of(pes(frames, MONO));
            case 2 -> Optional.of(pes(frames, STEREO));
            default -> Optional.empty();
        };
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
