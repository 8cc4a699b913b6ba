package net.ratonet.shared.srtla;

import java.nio.ByteBuffer;
import java.util.Optional;

/// SRTLA packets from and into big-endian buffers. Reading starts at the buffer's position and does
/// not move it; writing appends. No thread of its own.
public final class SrtlaCodec {

    /// Of REG1 and REG2.
    public static final int REGISTRATION_LENGTH = Short.BYTES + GroupId.LENGTH;

    /// Some carriers' address translation drops the shortest datagrams, so none of ours is shorter.
    public static final int PADDED_LENGTH = 32;

    /// How many packets one SRTLA ACK confirms by custom.
    public static final int USUAL_ACK_COUNT = 10;

    private static final int ACK_HEADER = 4;
    private static final int TIMED_LENGTH = 10;
    private static final int REPORTING_LENGTH = 38;
    private static final int REPORT_MAGIC = 0xC01F_0001;

    private SrtlaCodec() {}

    /// The id in a REG1 or REG2; empty when it is too short to hold one.
    public static Optional<GroupId> groupId(ByteBuffer registration) {
        return registration.remaining() < REGISTRATION_LENGTH
                ? Optional.empty()
                : Optional.of(GroupId.read(registration, registration.position() + Short.BYTES));
    }

    public static ByteBuffer putReg1(ByteBuffer into, GroupId id) {
        return putRegistration(into, SrtlaType.REG1, id);
    }

    public static ByteBuffer putReg2(ByteBuffer into, GroupId id) {
        return putRegistration(into, SrtlaType.REG2, id);
    }

    /// Appends REG3, an error, or another packet that is only its type, padded.
    public static ByteBuffer putShort(ByteBuffer into, SrtlaType type) {
        return putZeros(into.putShort((short) type.code()), PADDED_LENGTH - Short.BYTES);
    }

    /// Any keepalive says at least that its sender lives.
    public static Keepalive keepalive(ByteBuffer packet) {
        var at = packet.position();
        var millis = packet.remaining() >= TIMED_LENGTH ? packet.getLong(at + 2) : 0;
        if (packet.remaining() >= REPORTING_LENGTH && packet.getInt(at + 10) == REPORT_MAGIC) {
            return new Keepalive.Reporting(millis, report(packet, at + 14));
        }
        return millis == 0 ? new Keepalive.Bare() : new Keepalive.Timed(millis);
    }

    /// Appends a keepalive, padded.
    public static ByteBuffer putKeepalive(ByteBuffer into, Keepalive keepalive) {
        return switch (keepalive) {
            case Keepalive.Bare() -> putShort(into, SrtlaType.KEEPALIVE);
            case Keepalive.Timed(var millis) ->
                    putZeros(putTime(into, millis), PADDED_LENGTH - TIMED_LENGTH);
            case Keepalive.Reporting(var millis, var report) ->
                    putReport(putTime(into, millis), report);
        };
    }

    /// How many packets an SRTLA ACK confirms.
    public static int ackCount(ByteBuffer ack) {
        return Math.max(0, ack.remaining() - ACK_HEADER) / Integer.BYTES;
    }

    public static int ackSequence(ByteBuffer ack, int index) {
        return ack.getInt(ack.position() + ACK_HEADER + index * Integer.BYTES);
    }

    /// Appends an SRTLA ACK of the first `count` numbers.
    public static ByteBuffer putAck(ByteBuffer into, int[] sequences, int count) {
        into.putInt(SrtlaType.ACK.code() << 16);
        for (var i = 0; i < count; i++) {
            into.putInt(sequences[i]);
        }
        return into;
    }

    private static ByteBuffer putRegistration(ByteBuffer into, SrtlaType type, GroupId id) {
        into.putShort((short) type.code());
        id.write(into);
        return into;
    }

    private static ByteBuffer putTime(ByteBuffer into, long millis) {
        return into.putShort((short) SrtlaType.KEEPALIVE.code()).putLong(millis);
    }

    private static ByteBuffer putReport(ByteBuffer into, LinkReport report) {
        return into.putInt(REPORT_MAGIC)
                .putInt(report.connectionId())
                .putInt(report.window())
                .putInt(report.inFlight())
                .putInt((int) report.rttMillis())
                .putInt((int) report.nakCount())
                .putInt((int) report.bytesPerSecond());
    }

    private static LinkReport report(ByteBuffer packet, int at) {
        return new LinkReport(
                packet.getInt(at),
                packet.getInt(at + 4),
                packet.getInt(at + 8),
                Integer.toUnsignedLong(packet.getInt(at + 12)),
                Integer.toUnsignedLong(packet.getInt(at + 16)),
                Integer.toUnsignedLong(packet.getInt(at + 20)));
    }

    private static ByteBuffer putZeros(ByteBuffer into, int count) {
        for (var i = 0; i < count; i++) {
            into.put((byte) 0);
        }
        return into;
    }
}
