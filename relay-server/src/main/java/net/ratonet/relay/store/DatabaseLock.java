package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second relay away from a database: two would each believe their own memory. The system
/// frees the lock when the process dies; the empty file stays, because deleting it would let two
/// in.
final class DatabaseLock implements AutoCloseable {

    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    static DatabaseLock take(Path database) throws IOException {
        var channel = open(DurableFiles.sibling(database, ".lock"));
        if (!isFree(channel)) {
            channel.close();
            throw new IOException(
                    ("Another relay is using %s. Stop it first, or give this one a file of its own"
                                    + " (DB_PATH).")
                            .formatted(database));
        }
        return new DatabaseLock(channel);
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new IOException(
                    "Cannot write %s. The relay's user needs write access to it and its folder."
                            .formatted(file),
                    failure);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
