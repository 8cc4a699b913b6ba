package net.ratonet.relay.ingest.srt.wire;

import java.nio.ByteBuffer;
import java.time.Duration;
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

    static final int RECEIVER_LATENCY_AT = 8;
    private static final int SENDER_LATENCY_AT = 10;
    private static final int LATENCY_END = 12;
    private static final long MOST_MILLIS = 0xFFFF;

    public HandshakeExtension {
        if (content.length % Integer.BYTES != 0) {
            throw new IllegalArgumentException("not whole words: " + content.length + " bytes");
        }
    }

    /// The same, and when it is a wish for latencies, none below this one.
    HandshakeExtension withLeastLatency(Duration least) {
        if (type != HSREQ || content.length < LATENCY_END) {
            return this;
        }
        var raised = ByteBuffer.wrap(content.clone());
        raise(raised, RECEIVER_LATENCY_AT, least);
        raise(raised, SENDER_LATENCY_AT, least);
        return new HandshakeExtension(type, raised.array());
    }

    private static void raise(ByteBuffer wish, int at, Duration least) {
        var asked = Short.toUnsignedLong(wish.getShort(at));
        wish.putShort(at, (short) Math.max(asked, Math.min(least.toMillis(), MOST_MILLIS)));
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
