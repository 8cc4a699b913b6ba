package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the messages of a peer together from their chunks, whose size the peer may change. Memory
/// grows with what has come, never with what is announced. For one thread.
public final class ChunkReader {

    /// RTMP's own limit, since a message is never longer.
    private static final int LARGEST_CHUNK = 0xFF_FFFF;

    private static final int MOST_CHUNK_STREAMS = 64;

    private final Map<Integer, ChunkStream> streams = new HashMap<>();
    private ByteBuffer input = ByteBuffer.allocate(4_096).flip();
    private int chunkSize = 128;
    private int mostBytes;
    private long unfinishedBytes;
    private String trouble = "";

    /// @param mostBytes how much of unfinished messages to hold at most
    public ChunkReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// A peer that has shown its key may send more.
    public void allow(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// To be followed by calls of [#next] until it needs more.
    public void feed(byte[] bytes, int offset, int length) {
        if (input.capacity() - input.limit() < length) {
            makeRoom(length);
        }
        var end = input.limit();
        input.limit(end + length);
        input.put(end, bytes, offset, length);
    }

    public ChunkReading next() {
        while (trouble.isEmpty()) {
            var start = input.position();
            var whole = readChunk();
            if (whole.isPresent() && !obeys(whole.get())) {
                return new ChunkReading.Whole(whole.get());
            }
            if (whole.isEmpty() && input.position() == start && trouble.isEmpty()) {
                return new ChunkReading.NeedsMore();
            }
        }
        return new ChunkReading.Malformed(trouble);
    }

    private void makeRoom(int length) {
        var needed = input.remaining() + length;
        var target =
                needed <= input.capacity()
                        ? input.compact()
                        : ByteBuffer.allocate(Math.max(needed, 2 * input.remaining())).put(input);
        input = target.flip();
    }

    /// Reads one chunk; when not all of it is there, nothing is read.
    private Optional<RtmpMessage> readChunk() {
        var start = input.position();
        var header = ChunkHeader.read(input);
        if (header.isEmpty() || !isKnown(header.get())) {
            input.position(start);
            return Optional.empty();
        }
        var stream = streams.computeIfAbsent(header.get().chunkStream(), _ -> new ChunkStream());
        var next = stream.after(header.get(), input);
        if (next.isEmpty()) {
            input.position(start);
            return Optional.empty();
        }
        if (header.get().format() != 3) {
            unfinishedBytes -= stream.abandon();
        }
        var piece = Math.min(chunkSize, next.get().length() - stream.bytes());
        if (unfinishedBytes + piece > mostBytes) {
            trouble = "messages of more than %d bytes".formatted(mostBytes);
        }
        if (!trouble.isEmpty() || input.remaining() < piece) {
            input.position(start);
            return Optional.empty();
        }
        return take(stream, next.get(), piece);
    }

    private Optional<RtmpMessage> take(ChunkStream stream, ChunkFacts facts, int piece) {
        unfinishedBytes += piece;
        stream.append(facts, input, piece);
        if (stream.bytes() < facts.length()) {
            return Optional.empty();
        }
        unfinishedBytes -= stream.bytes();
        return Optional.of(stream.finish());
    }

    private boolean isKnown(ChunkHeader header) {
        if (streams.containsKey(header.chunkStream())) {
            return true;
        }
        if (header.format() > 1) {
            trouble = "a chunk that goes on with a message that never began";
        } else if (streams.size() >= MOST_CHUNK_STREAMS) {
            trouble = "more than %d chunk streams".formatted(MOST_CHUNK_STREAMS);
        }
        return trouble.isEmpty();
    }

    /// True for what concerns only how chunks are cut.
    private boolean obeys(RtmpMessage message) {
        return switch (message.type()) {
            case RtmpMessage.SET_CHUNK_SIZE -> {
                setChunkSize(message.payload());
                yield true;
            }
            case RtmpMessage.ABORT -> {
                abort(message.payload());
                yield true;
            }
            default -> false;
        };
    }

    private void setChunkSize(byte[] payload) {
        var size = payload.length < 4 ? 0 : ByteBuffer.wrap(payload).getInt();
        if (size < 1) {
            trouble = "a chunk size that cannot be";
            return;
        }
        chunkSize = Math.min(size, LARGEST_CHUNK);
    }

    private void abort(byte[] payload) {
        var number = payload.length < 4 ? -1 : ByteBuffer.wrap(payload).getInt();
        var stream = streams.get(number);
        if (stream != null) {
            unfinishedBytes -= stream.abandon();
        }
    }
}
