package net.ratonet.relay.session.ts;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Takes streams apart and spoils them.
public final class TsBytes {

    private TsBytes() {}

    /// Where the packets of one PID begin.
    public static List<Integer> packetsOf(byte[] stream, int pid) {
        var found = new ArrayList<Integer>();
        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            if (TsPacket.pid(stream, packet) == pid) {
                found.add(packet);
            }
        }
        return found;
    }

    /// The stream without the packet that begins there.
    public static byte[] without(byte[] stream, int packet) {
        var rest = new ByteArrayOutputStream();
        rest.write(stream, 0, packet);
        rest.write(stream, packet + TsPacket.LENGTH, stream.length - packet - TsPacket.LENGTH);
        return rest.toByteArray();
    }

    static byte[] eachTwice(byte[] stream) {
        var twice = new ByteArrayOutputStream();
        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            twice.write(stream, packet, TsPacket.LENGTH);
            twice.write(stream, packet, TsPacket.LENGTH);
        }
        return twice.toByteArray();
    }

    /// A packet that begins a picture of unknown length, and sixteen that go on with it: these may
    /// be repeated for ever.
    static byte[] endless(int pid) {
        var packets = new byte[17 * TsPacket.LENGTH];
        for (var i = 0; i < 17; i++) {
            var at = i * TsPacket.LENGTH;
            packets[at] = TsPacket.SYNC;
            packets[at + 1] = (byte) ((i == 0 ? 0x40 : 0) | (pid >> 8));
            packets[at + 2] = (byte) pid;
            packets[at + 3] = (byte) (0x10 | (i & 0x0f));
        }
        packets[6] = 1;
        packets[7] = (byte) 0xe0;
        packets[10] = (byte) 0x80;
        return packets;
    }
}
