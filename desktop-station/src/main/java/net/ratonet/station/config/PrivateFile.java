package net.ratonet.station.config;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Writes files that only their owner may read. Where the system has no such permissions, as on
/// Windows, the folder's rules hold.
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /// Nobody sees half of it: it is written beside the place and moved there.
    public static void write(Path file, String text) throws IOException {
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Files.createDirectories(folder);
        var next =
                Files.createTempFile(
                        folder, "." + file.getFileName(), ".next", permissions(folder));
        try {
            Files.writeString(next, text);
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /// Takes from everybody else what an earlier copy or an archive may have given them.
    public static void restrict(Path file) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static FileAttribute<?>[] permissions(Path folder) {
        return hasPermissions(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
