package net.ratonet.relay.session;

import java.util.Arrays;
import net.ratonet.relay.session.ts.TsPacket;

/// Keeps the packets of the newest whole PAT or PMT, to be repeated. Owned by one thread.
final class TableCopy {

    private static final int MOST_PACKETS = 6;

    private final byte[] building = new byte[MOST_PACKETS * TsPacket.LENGTH];
    private int filled;
    private int missing;
    private byte[] whole = new byte[0];

    void accept(byte[] bytes, int packet) {
        if (!TsPacket.hasPayload(bytes, packet)) {
            return;
        }
        var payload = TsPacket.payloadOffset(bytes, packet);
        var end = packet + TsPacket.LENGTH;
        if (TsPacket.payloadUnitStart(bytes, packet)) {
            filled = 0;
            var section = payload + 1 + (bytes[payload] & 0xff);
            missing = section + 3 > end ? 0 : sectionEnd(bytes, section) - payload;
        }
        if (missing <= 0 || filled == building.length) {
            return;
        }
        System.arraycopy(bytes, packet, building, filled, TsPacket.LENGTH);
        filled += TsPacket.LENGTH;
        missing -= end - payload;
        if (missing <= 0) {
            whole = Arrays.copyOf(building, filled);
        }
    }

    /// None while none has come.
    byte[] packets() {
        return whole;
    }

    private static int sectionEnd(byte[] bytes, int section) {
        return section + 3 + (((bytes[section + 1] & 0x0f) << 8) | (bytes[section + 2] & 0xff));
    }
}
