package net.ratonet.relay.output.programme;

import java.util.Arrays;
import net.ratonet.relay.session.ts.BrokenLink;
import net.ratonet.relay.session.ts.TsPacket;

/// The packets of one picture or piece of sound, as they come in. Owned by the splicer.
final class Pes {

    private static final int HEADER = 6;

    private final boolean keyFrame;
    private byte[] packets;
    private int length;
    private int payload;
    private boolean damaged;

    Pes(boolean keyFrame, int expectedPackets) {
        this.keyFrame = keyFrame;
        this.packets = new byte[expectedPackets * TsPacket.LENGTH];
    }

    void add(byte[] bytes, int packet) {
        if (length == packets.length) {
            packets = Arrays.copyOf(packets, 2 * packets.length);
        }
        System.arraycopy(bytes, packet, packets, length, TsPacket.LENGTH);
        payload += packet + TsPacket.LENGTH - TsPacket.payloadOffset(bytes, packet);
        length += TsPacket.LENGTH;
    }

    /// Whether its last packet is this one.
    boolean endsWith(byte[] bytes, int packet) {
        return Arrays.equals(
                packets, length - TsPacket.LENGTH, length, bytes, packet, packet + TsPacket.LENGTH);
    }

    void damage() {
        damaged = true;
    }

    boolean isDamaged() {
        return damaged;
    }

    boolean isKeyFrame() {
        return keyFrame;
    }

    /// The header may say how long it is; pictures mostly do not.
    boolean isComplete() {
        var at = TsPacket.payloadOffset(packets, 0);
        if (at + HEADER > TsPacket.LENGTH) {
            return false;
        }
        var announced = (packets[at + 4] & 0xff) << 8 | (packets[at + 5] & 0xff);
        return announced != 0 && payload >= announced + HEADER;
    }

    boolean hasStamp() {
        return TsPacket.hasPts(packets, 0);
    }

    long pts() {
        return TsPacket.pts(packets, 0);
    }

    long dts() {
        return TsPacket.hasDts(packets, 0) ? TsPacket.dts(packets, 0) : pts();
    }

    void stamp(long dts, long pts) {
        if (TsPacket.hasDts(packets, 0)) {
            TsPacket.setDts(packets, 0, dts & TsPacket.CLOCK_SPAN - 1);
        }
        TsPacket.setPts(packets, 0, pts & TsPacket.CLOCK_SPAN - 1);
    }

    byte[] packets() {
        return packets;
    }

    int length() {
        return length;
    }

    /// How many AAC frames it holds and how long each lasts; nothing for anything else.
    AdtsFrames adts() {
        var stream = new byte[payload];
        var filled = 0;
        for (var packet = 0; packet < length; packet += TsPacket.LENGTH) {
            var from = contentOffset(packet);
            var size = packet + TsPacket.LENGTH - from;
            System.arraycopy(packets, from, stream, filled, size);
            filled += size;
        }
        return AdtsFrames.in(stream, filled);
    }

    /// Tells decoders of HEVC that what leads in to this key frame is missing.
    ///
    /// @return whether it may not be shown twice
    boolean breakLink() {
        var zeros = 0;
        var open = false;
        for (var packet = 0; packet < length; packet += TsPacket.LENGTH) {
            for (var at = contentOffset(packet); at < packet + TsPacket.LENGTH; at++) {
                if (zeros < 0) {
                    open |= BrokenLink.isOpen(packets[at]);
                    packets[at] = BrokenLink.marked(packets[at], true);
                    zeros = 0;
                }
                zeros = packets[at] == 0 ? zeros + 1 : packets[at] == 1 && zeros >= 2 ? -1 : 0;
            }
        }
        return open;
    }

    private int contentOffset(int packet) {
        return packet == 0
                ? TsPacket.pesPayloadOffset(packets, 0)
                : TsPacket.payloadOffset(packets, packet);
    }

    Pes copy() {
        return copy(keyFrame);
    }

    Pes copy(boolean asKeyFrame) {
        var copy = new Pes(asKeyFrame, 1);
        copy.packets = Arrays.copyOf(packets, length);
        copy.length = length;
        copy.payload = payload;
        return copy;
    }
}
