package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What recordings are written to. Any thread may call.
interface Disk {

    /// A new file; fails when it exists.
    FileChannel create(Path file) throws IOException;

    /// How much may still be written below this folder.
    long usableBytes(Path folder) throws IOException;

    static Disk real() {
        return new Disk() {

            @Override
            public FileChannel create(Path file) throws IOException {
                Files.createDirectories(file.getParent());
                return FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }

            @Override
            public long usableBytes(Path folder) throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }
        };
    }
}
