package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.SrtPacket;

/// Knows the packets that carry a key frame of an MPEG transport stream, which every picture after
/// it depends on. What is encrypted, or no transport stream, has none. Owned by the bond's thread.
final class KeyFrameWatch {

    private static final int TS_PACKET = 188;
    private static final int SYNC = 0x47;
    private static final int NO_PID = -1;
    private static final int PES_START = 0x0000_0100;
    private static final int VIDEO_STREAMS = 0xE0;
    private static final int RANDOM_ACCESS = 0x40;

    /// On which a key frame is under way, if any.
    private int pid = NO_PID;

    /// Looks at new data, in the order in which the encoder sends it.
    boolean isKeyFrame(ByteBuffer packet) {
        var at = packet.position() + SrtPacket.HEADER;
        if (SrtPacket.encryption(packet) != SrtPacket.CLEAR) {
            pid = NO_PID;
            return false;
        }
        var holds = false;
        for (; at + TS_PACKET <= packet.limit() && packet.get(at) == SYNC; at += TS_PACKET) {
            var its = packet.getShort(at + 1) & 0x1FFF;
            if (beginsPicture(packet, at)) {
                pid = isRandomAccess(packet, at) ? its : its == pid ? NO_PID : pid;
            }
            holds |= its == pid;
        }
        return holds;
    }

    void reset() {
        pid = NO_PID;
    }

    private static boolean beginsPicture(ByteBuffer packet, int at) {
        var begins = (packet.get(at + 1) & 0x40) != 0;
        var payload = at + 4 + (hasAdaptation(packet, at) ? 1 + (packet.get(at + 4) & 0xFF) : 0);
        return begins
                && payload + Integer.BYTES <= at + TS_PACKET
                && (packet.getInt(payload) & 0xFFFF_FFF0) == (PES_START | VIDEO_STREAMS);
    }

    private static boolean isRandomAccess(ByteBuffer packet, int at) {
        return hasAdaptation(packet, at)
                && packet.get(at + 4) != 0
                && (packet.get(at + 5) & RANDOM_ACCESS) != 0;
    }

    private static boolean hasAdaptation(ByteBuffer packet, int at) {
        return (packet.get(at + 3) & 0x20) != 0;
    }
}
