package net.ratonet.lab.bench.srt;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.SrtPacket;

/// The bare handshakes of a load that only needs to be recognised as SRT.
public final class SrtHandshake {

    public static final int CONCLUSION = -1;

    private static final int SOCKET = SrtPacket.HEADER + 24;
    private static final int BYTES = SrtPacket.HEADER + 48;
    private static final int VERSION = 5;
    private static final int PACKET_BYTES = 1_500;
    private static final int WINDOW = 8_192;

    private SrtHandshake() {}

    public static boolean isOne(ByteBuffer packet) {
        return packet.remaining() >= BYTES && SrtPacket.isControl(packet, SrtPacket.HANDSHAKE);
    }

    /// By which its sender wants to be addressed.
    public static int socket(ByteBuffer handshake) {
        return handshake.getInt(handshake.position() + SOCKET);
    }

    public static ByteBuffer put(ByteBuffer into, int type, int socket, int destination) {
        SrtPacket.putControl(into, SrtPacket.HANDSHAKE, 0, 0, destination)
                .putInt(VERSION)
                .putInt(0)
                .putInt(1)
                .putInt(PACKET_BYTES)
                .putInt(WINDOW)
                .putInt(type)
                .putInt(socket)
                .putInt(0);
        return into.putLong(0).putLong(0);
    }
}
