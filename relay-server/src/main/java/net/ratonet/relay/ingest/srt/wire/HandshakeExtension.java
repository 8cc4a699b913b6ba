package net.ratonet.relay.ingest.srt.wire;

import java.util.Arrays;

/// One block behind a handshake, kept as it came, known or not.
///
/// @param content whole words of four bytes
@SuppressWarnings("ArrayRecordComponent")
public record HandshakeExtension(int type, byte[] content) {

    public static final int HSREQ = 1;
    public static final int HSRSP = 2;
    public static final int KMREQ = 3;
    public static final int KMRSP = 4;
    public static final int STREAM_ID = 5;

    public HandshakeExtension {
        if (content.length % Integer.BYTES != 0) {
            throw new IllegalArgumentException("not whole words: " + content.length + " bytes");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HandshakeExtension(int otherType, byte[] otherContent)
                && type == otherType
                && Arrays.equals(content, otherContent);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(content);
    }
}
