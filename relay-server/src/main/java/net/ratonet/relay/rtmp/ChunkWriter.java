package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Cuts messages into chunks, with headers as short as the message before allows. For one thread,
/// which sends the bytes in the order of the calls.
public final class ChunkWriter {

    private static final int LONGEST_HEADER = 16;

    private final Map<Integer, ChunkFacts> last = new HashMap<>();
    private int chunkSize = 128;

    /// The message that tells the peer, already cut; what follows is cut by the new size.
    public byte[] resize(int newSize) {
        var told = write(RtmpControl.chunkSize(newSize));
        chunkSize = newSize;
        return told;
    }

    public byte[] write(RtmpMessage message) {
        var chunkStream = chunkStream(message.type());
        var before = last.getOrDefault(chunkStream, ChunkFacts.NONE);
        var format = format(before, message);
        var time = message.timestamp() & 0xFFFF_FFFFL;
        var field = format == 0 ? time : time - before.time();
        var facts =
                new ChunkFacts(
                        time,
                        field,
                        field >= ChunkHeader.EXTENDED,
                        message.payload().length,
                        message.type(),
                        message.stream());
        last.put(chunkStream, facts);
        return cut(format, chunkStream, facts, message.payload());
    }

    private static int format(ChunkFacts before, RtmpMessage message) {
        var time = message.timestamp() & 0xFFFF_FFFFL;
        if (before.equals(ChunkFacts.NONE)
                || before.messageStream() != message.stream()
                || time < before.time()) {
            return 0;
        }
        if (before.type() != message.type() || before.length() != message.payload().length) {
            return 1;
        }
        // A header of nothing means something else to each peer after one of format 0.
        return 2;
    }

    private byte[] cut(int format, int chunkStream, ChunkFacts facts, byte[] payload) {
        var chunks = Math.max(1, (payload.length + chunkSize - 1) / chunkSize);
        var out = ByteBuffer.allocate(LONGEST_HEADER + payload.length + 5 * (chunks - 1));
        header(out, format, chunkStream, facts);
        for (var from = 0; from < payload.length; from += chunkSize) {
            if (from > 0) {
                out.put((byte) (0xC0 | chunkStream));
                extended(out, facts);
            }
            out.put(payload, from, Math.min(chunkSize, payload.length - from));
        }
        var bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static void header(ByteBuffer out, int format, int chunkStream, ChunkFacts facts) {
        out.put((byte) (format << 6 | chunkStream));
        int24(out, facts.extended() ? ChunkHeader.EXTENDED : (int) facts.field());
        if (format <= 1) {
            int24(out, facts.length());
            out.put((byte) facts.type());
        }
        if (format == 0) {
            out.putInt(Integer.reverseBytes(facts.messageStream()));
        }
        extended(out, facts);
    }

    private static void extended(ByteBuffer out, ChunkFacts facts) {
        if (facts.extended()) {
            out.putInt((int) facts.field());
        }
    }

    private static void int24(ByteBuffer out, int value) {
        out.put((byte) (value >> 16)).putShort((short) value);
    }

    /// Each kind of message on a chunk stream of its own, numbered as most encoders do.
    private static int chunkStream(int type) {
        return switch (type) {
            case RtmpMessage.COMMAND -> 3;
            case RtmpMessage.AUDIO, RtmpMessage.METADATA -> 4;
            case RtmpMessage.VIDEO -> 6;
            default -> 2;
        };
    }
}
