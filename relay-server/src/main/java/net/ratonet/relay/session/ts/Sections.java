package net.ratonet.relay.session.ts;

import java.util.Arrays;
import java.util.function.Consumer;

/// Puts the table sections of one PID together. Only sections whose checksum is right come out.
/// Owned by one thread.
final class Sections {

    private static final int LONGEST = 1_024;
    private static final int HEADER = 3;

    private final byte[] section = new byte[LONGEST];
    private int filled;
    private boolean collecting;

    void accept(byte[] bytes, int packet, Consumer<byte[]> whole) {
        if (!TsPacket.hasPayload(bytes, packet)) {
            return;
        }
        var from = TsPacket.payloadOffset(bytes, packet);
        var end = packet + TsPacket.LENGTH;
        if (TsPacket.payloadUnitStart(bytes, packet)) {
            var begin = from + 1 + (bytes[from] & 0xff);
            append(bytes, from + 1, Math.min(begin, end), whole);
            filled = 0;
            collecting = begin < end;
            from = begin;
        }
        append(bytes, from, end, whole);
    }

    private void append(byte[] bytes, int from, int end, Consumer<byte[]> whole) {
        var at = from;
        while (collecting && at < end) {
            var wanted = filled < HEADER ? HEADER : length();
            var step = Math.min(wanted - filled, end - at);
            System.arraycopy(bytes, at, section, filled, step);
            filled += step;
            at += step;
            check(whole);
        }
    }

    private void check(Consumer<byte[]> whole) {
        if (filled == HEADER && (isStuffing() || length() > LONGEST || length() < HEADER + 4)) {
            collecting = false;
        } else if (filled > HEADER && filled == length()) {
            if (Crc.of(section, 0, filled) == 0) {
                whole.accept(Arrays.copyOf(section, filled));
            }
            filled = 0;
        }
    }

    private boolean isStuffing() {
        return (section[0] & 0xff) == 0xff;
    }

    private int length() {
        return HEADER + (((section[1] & 0x0f) << 8) | (section[2] & 0xff));
    }
}
