package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The exchange before the first chunk, in its plain form. Clients that sign theirs accept a plain
/// answer when its version is 0.
public final class Handshake {

    /// C1, C2, S1 and S2 are each as long.
    public static final int PART = 1_536;

    public static final int VERSION = 3;

    private static final int HEAD = 8;

    private Handshake() {}

    /// C0 and C1.
    ///
    /// @param random fills the rest, at least 1,528 bytes
    public static byte[] hello(byte[] random) {
        return ByteBuffer.allocate(1 + PART)
                .put((byte) VERSION)
                .putLong(0)
                .put(random, 0, PART - HEAD)
                .array();
    }

    /// S0, S1 and S2 for C0 and C1; empty when the client speaks something else.
    public static Optional<byte[]> answer(byte[] hello, byte[] random) {
        if (hello.length != 1 + PART || hello[0] != VERSION) {
            return Optional.empty();
        }
        return Optional.of(
                ByteBuffer.allocate(1 + 2 * PART).put(hello(random)).put(hello, 1, PART).array());
    }

    /// C2 for S0 and S1; empty when the server speaks something else.
    public static Optional<byte[]> confirmation(byte[] serverHello) {
        if (serverHello.length != 1 + PART || serverHello[0] != VERSION) {
            return Optional.empty();
        }
        return Optional.of(ByteBuffer.allocate(PART).put(serverHello, 1, PART).array());
    }
}
