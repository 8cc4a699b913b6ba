package net.ratonet.lab.bench;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Cuts a byte stream into WebSocket frames as RFC 6455 has them, without copying more than it
/// must. For one connection and one thread.
final class Frames {

    private static final int LARGEST = 8 * 1024 * 1024;

    private ByteBuffer pending = ByteBuffer.allocate(64 * 1024);

    /// One frame from the server; the payload is valid until the next call of `next`.
    record Frame(int opcode, ByteBuffer payload) {
        boolean isText() {
            return opcode == 1;
        }

        boolean isBinary() {
            return opcode == 2;
        }

        boolean isClose() {
            return opcode == 8;
        }

        boolean isPing() {
            return opcode == 9;
        }
    }

    /// Room to read into; grows when one frame does not fit.
    ByteBuffer room() {
        if (!pending.hasRemaining()) {
            var larger = ByteBuffer.allocate(pending.capacity() * 2);
            larger.put(pending.flip());
            pending = larger;
        }
        return pending;
    }

    /// Must stand between filling the room and taking frames out.
    void filled() {
        pending.flip();
    }

    /// The next whole frame, or null when more bytes are needed.
    @Nullable Frame next() {
        if (pending.remaining() < 2) {
            return null;
        }
        var start = pending.position();
        var opcode = pending.get(start) & 0x0F;
        var shortLength = pending.get(start + 1) & 0x7F;
        var header = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
        if (pending.remaining() < header) {
            return null;
        }
        var length = length(start, shortLength);
        if (pending.remaining() < header + length) {
            return null;
        }
        pending.position(start + header + length);
        return new Frame(opcode, pending.slice(start + header, length));
    }

    /// Must stand after the last frame: keeps the rest for the next read.
    void taken() {
        pending.compact();
    }

    private int length(int start, int shortLength) {
        var length =
                switch (shortLength) {
                    case 126 -> pending.getShort(start + 2) & 0xFFFFL;
                    case 127 -> pending.getLong(start + 2);
                    default -> (long) shortLength;
                };
        if (length < 0 || length > LARGEST) {
            throw new IllegalStateException("a frame of " + length + " bytes");
        }
        return (int) length;
    }
}
