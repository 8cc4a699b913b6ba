package net.ratonet.relay.session.ts;

import java.nio.ByteBuffer;
import java.util.List;

/// The sections by which a reader of MPEG-TS finds the tracks of a programme.
final class TsTables {

    static final int PAT_PID = 0;
    static final int PMT_PID = 4_096;

    private static final int PROGRAMME = 1;
    private static final int PAT = 0;
    private static final int PMT = 2;
    private static final int LARGEST = 1_024;
    private static final byte[] HEVC_REGISTRATION = {5, 4, 'H', 'E', 'V', 'C'};

    private TsTables() {}

    static byte[] pat() {
        return section(
                PAT,
                PROGRAMME,
                0,
                ByteBuffer.allocate(4)
                        .putShort((short) PROGRAMME)
                        .putShort((short) (0xE000 | PMT_PID))
                        .array());
    }

    static byte[] pmt(List<Track> tracks, int clockPid, int version) {
        var body = ByteBuffer.allocate(LARGEST);
        body.putShort((short) (0xE000 | clockPid));
        body.putShort((short) 0xF000);
        for (var track : tracks) {
            var more = track.codec() == Codec.HEVC ? HEVC_REGISTRATION : new byte[0];
            body.put((byte) track.streamType());
            body.putShort((short) (0xE000 | track.pid()));
            body.putShort((short) (0xF000 | more.length));
            body.put(more);
        }
        var bytes = new byte[body.position()];
        body.get(0, bytes);
        return section(PMT, PROGRAMME, version, bytes);
    }

    private static byte[] section(int table, int extension, int version, byte[] body) {
        var length = 5 + body.length + 4;
        var out = ByteBuffer.allocate(3 + length);
        out.put((byte) table);
        out.putShort((short) (0xB000 | length));
        out.putShort((short) extension);
        out.put((byte) (0xC1 | (version & 0x1F) << 1));
        out.putShort((short) 0);
        out.put(body);
        out.putInt(checksum(out.array(), out.position()));
        return out.array();
    }

    /// CRC-32 as MPEG counts it: not reflected, and not inverted at the end.
    static int checksum(byte[] bytes, int length) {
        var sum = 0xFFFF_FFFF;
        for (var i = 0; i < length; i++) {
            sum ^= bytes[i] << 24;
            for (var bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1;
            }
        }
        return sum;
    }
}
