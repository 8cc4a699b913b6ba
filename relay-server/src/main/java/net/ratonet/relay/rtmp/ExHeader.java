package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What stands in front of media in Enhanced RTMP, once modifiers, which nobody here needs, have
/// been passed over.
///
/// @param kind of packet
/// @param bodyAt where the media begin; -1 when the header is broken
record ExHeader(int kind, int fourCc, int bodyAt) {

    private static final int MOST_MODIFIERS = 16;

    /// @param modifier the kind that announces one
    static ExHeader read(byte[] payload, int firstKind, int modifier) {
        var in = ByteBuffer.wrap(payload).position(1);
        var kind = firstKind;
        for (var i = 0; kind == modifier && i < MOST_MODIFIERS; i++) {
            kind = skipModifier(in);
        }
        if (kind < 0 || kind == modifier || in.remaining() < 4) {
            return new ExHeader(kind, 0, -1);
        }
        return new ExHeader(kind, in.getInt(), in.position());
    }

    /// Tells the kind of packet behind the modifier, or -1.
    private static int skipModifier(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return -1;
        }
        var size = (in.get() & 0xFF) + 1;
        if (size == 256) {
            if (in.remaining() < 2) {
                return -1;
            }
            size = (in.getShort() & 0xFFFF) + 1;
        }
        if (in.remaining() < size + 1) {
            return -1;
        }
        in.position(in.position() + size);
        return in.get() & 0x0F;
    }

    boolean isBroken() {
        return bodyAt < 0;
    }

    /// For people, so that nothing but letters and digits gets through.
    String fourCcText() {
        var bytes = ByteBuffer.allocate(4).putInt(fourCc).array();
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9.-]", "?");
    }
}
