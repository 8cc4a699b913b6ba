package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The messages by which both ends agree on how to speak.
public final class RtmpControl {

    private static final int STREAM_BEGIN = 0;
    private static final int PING = 6;
    private static final int PONG = 7;
    private static final byte BANDWIDTH_IS_DYNAMIC = 2;

    private RtmpControl() {}

    public static RtmpMessage chunkSize(int bytes) {
        return number(RtmpMessage.SET_CHUNK_SIZE, bytes);
    }

    public static RtmpMessage acknowledge(long received) {
        return number(RtmpMessage.ACKNOWLEDGEMENT, (int) received);
    }

    /// Asks the peer to acknowledge at least this often.
    public static RtmpMessage window(int bytes) {
        return number(RtmpMessage.WINDOW_SIZE, bytes);
    }

    public static RtmpMessage peerBandwidth(int bytes) {
        return control(
                RtmpMessage.PEER_BANDWIDTH,
                ByteBuffer.allocate(5).putInt(bytes).put(BANDWIDTH_IS_DYNAMIC).array());
    }

    public static RtmpMessage streamBegin(int stream) {
        return event(STREAM_BEGIN, stream);
    }

    public static RtmpMessage ping(int token) {
        return event(PING, token);
    }

    public static RtmpMessage pong(int token) {
        return event(PONG, token);
    }

    /// What to answer a ping with, if the message is one.
    public static OptionalInt pingToken(RtmpMessage message) {
        var in = ByteBuffer.wrap(message.payload());
        return message.type() == RtmpMessage.USER_CONTROL
                        && in.remaining() >= 6
                        && in.getShort() == PING
                ? OptionalInt.of(in.getInt())
                : OptionalInt.empty();
    }

    /// The number in a chunk size, window or acknowledgement; 0 when there is none.
    public static long number(RtmpMessage message) {
        return message.payload().length < 4
                ? 0
                : ByteBuffer.wrap(message.payload()).getInt() & 0xFFFF_FFFFL;
    }

    private static RtmpMessage number(int type, int value) {
        return control(type, ByteBuffer.allocate(4).putInt(value).array());
    }

    private static RtmpMessage event(int event, int value) {
        return control(
                RtmpMessage.USER_CONTROL,
                ByteBuffer.allocate(6).putShort((short) event).putInt(value).array());
    }

    private static RtmpMessage control(int type, byte[] payload) {
        return new RtmpMessage(type, 0, 0, payload);
    }
}
