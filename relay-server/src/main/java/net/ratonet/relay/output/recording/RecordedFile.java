package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;

/// A recording to be downloaded, at the length it had when it was opened. It stays readable when it
/// is deleted meanwhile. For one thread at a time.
public final class RecordedFile implements AutoCloseable {

    private final FileChannel channel;
    private final long bytes;
    private final Instant modified;

    private RecordedFile(FileChannel channel, long bytes, Instant modified) {
        this.channel = channel;
        this.bytes = bytes;
        this.modified = modified;
    }

    static RecordedFile open(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        var channel = FileChannel.open(file, options);
        try {
            var modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
            return new RecordedFile(channel, channel.size(), modified.toInstant());
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    public long bytes() {
        return bytes;
    }

    public Instant modified() {
        return modified;
    }

    /// The bytes from `first` on, as many as `length` says. The next call ends this stream.
    public InputStream read(long first, long length) throws IOException {
        if (first < 0 || length < 0 || length > bytes - first) {
            throw new IllegalArgumentException(
                    "%d bytes from %d on are not within %d".formatted(length, first, bytes));
        }
        channel.position(first);
        return new Part(Channels.newInputStream(channel), length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Ends where the part does.
    private static final class Part extends InputStream {

        private final InputStream file;
        private long left;

        private Part(InputStream file, long left) {
            this.file = file;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return file.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            var count = file.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
