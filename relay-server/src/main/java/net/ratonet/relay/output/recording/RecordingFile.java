package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import net.ratonet.relay.session.TsChunk;

/// One file as it is written. There is nothing to finish in MPEG-TS, so whatever kills the relay,
/// the file can be played up to then: half a second may lack after a kill, two after a power cut.
/// Owned by the recording's thread.
final class RecordingFile {

    private static final int BUFFER = 256 << 10;
    private static final long WRITTEN_AFTER = Duration.ofMillis(500).toNanos();
    private static final long FORCED_AFTER = Duration.ofSeconds(2).toNanos();

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long writtenNanos;
    private long forcedNanos;
    private long bytes;

    RecordingFile(FileChannel channel, long nowNanos) {
        this.channel = channel;
        this.writtenNanos = nowNanos;
        this.forcedNanos = nowNanos;
    }

    void append(TsChunk chunk) throws IOException {
        if (chunk.length() > buffer.remaining()) {
            write();
        }
        if (chunk.length() > buffer.capacity()) {
            writeAll(ByteBuffer.wrap(chunk.packets()));
        } else {
            buffer.put(chunk.packets());
        }
        bytes += chunk.length();
    }

    /// To be called a few times a second.
    void tick(long nowNanos) throws IOException {
        if (nowNanos - writtenNanos >= WRITTEN_AFTER) {
            writtenNanos = nowNanos;
            write();
        }
        if (nowNanos - forcedNanos >= FORCED_AFTER) {
            forcedNanos = nowNanos;
            channel.force(false);
        }
    }

    long bytes() {
        return bytes;
    }

    void close() throws IOException {
        try (channel) {
            write();
            channel.force(true);
        }
    }

    /// Closes it without what could not be written, at the end of a packet.
    void abandon() throws IOException {
        try (channel) {
            var size = channel.size();
            channel.truncate(size - size % TsChunk.PACKET);
        }
    }

    private void write() throws IOException {
        buffer.flip();
        writeAll(buffer);
        buffer.clear();
    }

    private void writeAll(ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }
}
