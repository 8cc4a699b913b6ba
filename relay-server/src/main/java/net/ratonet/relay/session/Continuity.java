package net.ratonet.relay.session;

import java.util.Arrays;
import net.ratonet.relay.session.ts.TsPacket;

/// Follows the counters that every PID counts its packets with. Owned by one thread.
final class Continuity {

    private static final byte UNKNOWN = -1;

    private final byte[] counters = new byte[TsPacket.NULL_PID + 1];

    Continuity() {
        Arrays.fill(counters, UNKNOWN);
    }

    /// Whether nothing is missing in front of this packet.
    boolean follows(byte[] bytes, int packet) {
        var pid = TsPacket.pid(bytes, packet);
        if (pid == TsPacket.NULL_PID || !TsPacket.hasPayload(bytes, packet)) {
            return true;
        }
        var last = counters[pid];
        var next = (byte) TsPacket.continuity(bytes, packet);
        counters[pid] = next;
        return last == UNKNOWN
                || next == last
                || next == ((last + 1) & 0x0f)
                || TsPacket.isDiscontinuity(bytes, packet);
    }
}
