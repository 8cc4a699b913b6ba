package net.ratonet.shared.srtla;

import java.nio.ByteBuffer;

/// What kind of packet SRTLA carries; short ones may be padded to any length.
public enum SrtlaType {
    KEEPALIVE(0x9000),
    /// Which data packets came in on this link.
    ACK(0x9100),
    /// Asks for a group, with the sender's half of its id.
    REG1(0x9200),
    /// From the receiver the id of a new group, from the sender the wish to add this link to it.
    REG2(0x9201),
    /// The link belongs to the group.
    REG3(0x9202),
    /// Not now; ask again later.
    REG_ERR(0x9210),
    /// There is no such group; ask for one.
    REG_NGP(0x9211),
    /// Never; do not ask again.
    REG_NAK(0x9212),
    /// SRTLA of a kind that we do not speak. Nobody else understands it either: to be dropped.
    UNKNOWN(0x9FFF),
    /// An SRT packet, or rubbish.
    NOT_SRTLA(0);

    private final int code;

    SrtlaType(int code) {
        this.code = code;
    }

    /// The type of the packet that begins at the buffer's position.
    public static SrtlaType of(ByteBuffer packet) {
        if (packet.remaining() < Short.BYTES) {
            return NOT_SRTLA;
        }
        var code = Short.toUnsignedInt(packet.getShort(packet.position()));
        return code >>> 12 == 9 ? known(code) : NOT_SRTLA;
    }

    int code() {
        return code;
    }

    private static SrtlaType known(int code) {
        return switch (code) {
            case 0x9000 -> KEEPALIVE;
            case 0x9100 -> ACK;
            case 0x9200 -> REG1;
            case 0x9201 -> REG2;
            case 0x9202 -> REG3;
            case 0x9210 -> REG_ERR;
            case 0x9211 -> REG_NGP;
            case 0x9212 -> REG_NAK;
            default -> UNKNOWN;
        };
    }
}
