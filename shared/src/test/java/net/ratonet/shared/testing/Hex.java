package net.ratonet.shared.testing;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Packets as a capture shows them, not at the start of their buffer, so that a reader which
/// forgets the position is found out.
public final class Hex {

    private static final int OFFSET = 7;

    private Hex() {}

    public static ByteBuffer packet(String hex) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return ByteBuffer.allocate(OFFSET + bytes.length)
                .position(OFFSET)
                .put(bytes)
                .flip()
                .position(OFFSET);
    }

    public static String of(ByteBuffer packet) {
        var bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
