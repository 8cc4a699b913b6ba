package net.ratonet.relay.session;

/// Whole MPEG-TS packets as they came, shared by all who read them: nobody may change the bytes. A
/// key frame always begins a chunk.
///
/// @param packets a multiple of 188 bytes
/// @param arrivedNanos when the last byte came, on the relay's ticker
/// @param keyFrame whether it begins with a key frame, tables in front, so that a reader may start
/// @param origin a number of its own for each run of timestamps that belong together
@SuppressWarnings("ArrayRecordComponent")
public record TsChunk(byte[] packets, long arrivedNanos, boolean keyFrame, long origin) {

    public static final int PACKET = 188;

    public TsChunk {
        if (packets.length == 0 || packets.length % PACKET != 0) {
            throw new IllegalArgumentException("not whole packets: " + packets.length + " bytes");
        }
    }

    public int length() {
        return packets.length;
    }
}
