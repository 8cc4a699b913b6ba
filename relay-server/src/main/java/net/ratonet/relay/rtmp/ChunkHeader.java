package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The start of a chunk, without an extended timestamp, which only its chunk stream can tell.
///
/// @param format 0 with everything, 1 without the message stream, 2 with time only, 3 with nothing
/// @param timeField a time, or the time since the last message, or [#EXTENDED]
record ChunkHeader(
        int format, int chunkStream, int timeField, int length, int type, int messageStream) {

    static final int EXTENDED = 0xFF_FFFF;

    private static final int[] SIZES = {11, 7, 3, 0};

    /// Empty when bytes are missing; the position is then anywhere.
    static Optional<ChunkHeader> read(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return Optional.empty();
        }
        var first = in.get() & 0xFF;
        var format = first >> 6;
        var small = first & 0x3F;
        if (in.remaining() < moreIdBytes(small) + SIZES[format]) {
            return Optional.empty();
        }
        return Optional.of(read(in, format, chunkStream(in, small)));
    }

    private static int moreIdBytes(int small) {
        return small <= 1 ? small + 1 : 0;
    }

    private static int chunkStream(ByteBuffer in, int small) {
        return switch (small) {
            case 0 -> 64 + (in.get() & 0xFF);
            case 1 -> 64 + (in.get() & 0xFF) + 256 * (in.get() & 0xFF);
            default -> small;
        };
    }

    private static ChunkHeader read(ByteBuffer in, int format, int chunkStream) {
        var time = format <= 2 ? int24(in) : 0;
        var length = format <= 1 ? int24(in) : 0;
        var type = format <= 1 ? in.get() & 0xFF : 0;
        var messageStream = format == 0 ? Integer.reverseBytes(in.getInt()) : 0;
        return new ChunkHeader(format, chunkStream, time, length, type, messageStream);
    }

    private static int int24(ByteBuffer in) {
        return (in.get() & 0xFF) << 16 | (in.get() & 0xFF) << 8 | (in.get() & 0xFF);
    }
}
