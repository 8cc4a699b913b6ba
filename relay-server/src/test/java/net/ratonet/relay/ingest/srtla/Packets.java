package net.ratonet.relay.ingest.srtla;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.SrtPacket;

/// SRT packets as an encoder and a listener put them on the wire.
final class Packets {

    static final int INDUCTION = 1;
    static final int CONCLUSION = -1;

    private Packets() {}

    static ByteBuffer data(int sequence, long timestampMicros, int destination) {
        var packet = ByteBuffer.allocate(1_332);
        SrtPacket.putData(packet, sequence, sequence, timestampMicros, destination);
        return packet.position(0);
    }

    static ByteBuffer again(int sequence, long timestampMicros, int destination) {
        var packet = data(sequence, timestampMicros, destination);
        SrtPacket.markRetransmitted(packet);
        return packet;
    }

    static ByteBuffer handshake(int type, int socketId, int destination) {
        return handshake(ByteBuffer.allocate(64), type, socketId, destination).position(0);
    }

    static ByteBuffer conclusionAnswer(int socketId, int destination, int latencyMs) {
        var packet = handshake(ByteBuffer.allocate(84), CONCLUSION, socketId, destination);
        packet.position(64).putInt((2 << 16) | 3).putInt(0x010501).putInt(0xBF);
        return packet.putInt((latencyMs << 16) | 120).putInt(0).position(0);
    }

    static ByteBuffer control(int type, int destination) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), type, 0, 0, destination).position(0);
    }

    static ByteBuffer ack(int number, int lastAcknowledged, int rttMicros, int destination) {
        return SrtPacket.putControl(ByteBuffer.allocate(44), SrtPacket.ACK, number, 0, destination)
                .putInt(lastAcknowledged)
                .putInt(rttMicros)
                .position(0);
    }

    static ByteBuffer ackAck(int number, int destination) {
        return SrtPacket.putControl(
                        ByteBuffer.allocate(20), SrtPacket.ACKACK, number, 0, destination)
                .position(0);
    }

    static ByteBuffer nakHeader(int destination) {
        return SrtPacket.putControl(ByteBuffer.allocate(1_456), SrtPacket.NAK, 0, 0, destination);
    }

    private static ByteBuffer handshake(ByteBuffer into, int type, int socketId, int destination) {
        SrtPacket.putControl(into, SrtPacket.HANDSHAKE, 0, 0, destination)
                .putInt(5)
                .putInt(0)
                .putInt(1)
                .putInt(1_500)
                .putInt(8_192)
                .putInt(type)
                .putInt(socketId);
        return into;
    }
}
