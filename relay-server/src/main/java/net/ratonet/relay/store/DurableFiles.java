package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Files that only their owner may read and that survive a power cut once a method has returned.
final class DurableFiles {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private DurableFiles() {}

    /// Creates an empty file that nobody but its owner could open, not even for a moment.
    static void createForOwner(Path file) throws IOException {
        var attribute = ownerOnly(file);
        if (attribute.isPresent()) {
            Files.createFile(file, attribute.get());
        } else {
            Files.createFile(file);
        }
    }

    /// Writes a new file, of which either all or nothing is there afterwards.
    static void writeForOwner(Path file, byte[] content) throws IOException {
        var part = sibling(file, ".part");
        Files.deleteIfExists(part);
        createForOwner(part);
        Files.write(part, content);
        moveTo(part, file);
    }

    /// Gives a finished file a name that is free.
    static void moveToNew(Path finished, Path file) throws IOException {
        sync(finished);
        Files.move(finished, file);
        syncFolderOf(file);
    }

    /// Gives a finished file its name, in one step, in place of what has it.
    static void moveTo(Path finished, Path file) throws IOException {
        sync(finished);
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolderOf(file);
    }

    static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Windows writes names through by itself, and cannot open a folder.
    private static void syncFolderOf(Path file) throws IOException {
        if (WINDOWS) {
            return;
        }
        try (var channel = FileChannel.open(file.toAbsolutePath().getParent())) {
            channel.force(true);
        }
    }

    private static Optional<FileAttribute<?>> ownerOnly(Path file) throws IOException {
        var kinds = file.getFileSystem().supportedFileAttributeViews();
        if (kinds.contains("posix")) {
            return Optional.of(
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return kinds.contains("acl") ? Optional.of(ownerAcl(file)) : Optional.empty();
    }

    private static FileAttribute<List<AclEntry>> ownerAcl(Path file) throws IOException {
        var owner =
                file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
        var entry =
                AclEntry.newBuilder()
                        .setType(AclEntryType.ALLOW)
                        .setPrincipal(owner)
                        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                        .build();
        return new AclAttribute(List.of(entry));
    }

    private record AclAttribute(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
