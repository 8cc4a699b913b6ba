package net.ratonet.relay.rtmp;

/// One message of an RTMP connection, in either direction. Nobody may change the payload.
///
/// @param type one of the constants here, or a number that nobody uses
/// @param stream 0 for the connection itself
/// @param timestamp in milliseconds; only its lower 32 bits travel
@SuppressWarnings("ArrayRecordComponent")
public record RtmpMessage(int type, int stream, long timestamp, byte[] payload) {

    public static final int SET_CHUNK_SIZE = 1;
    public static final int ABORT = 2;
    public static final int ACKNOWLEDGEMENT = 3;
    public static final int USER_CONTROL = 4;
    public static final int WINDOW_SIZE = 5;
    public static final int PEER_BANDWIDTH = 6;
    public static final int AUDIO = 8;
    public static final int VIDEO = 9;
    public static final int METADATA_AMF3 = 15;
    public static final int COMMAND_AMF3 = 17;
    public static final int METADATA = 18;
    public static final int COMMAND = 20;

    /// Media go without their content, which may be large, and commands too, which hold keys.
    @Override
    public String toString() {
        return "RtmpMessage[type %d, stream %d, at %d ms, %d bytes]"
                .formatted(type, stream, timestamp, payload.length);
    }
}
