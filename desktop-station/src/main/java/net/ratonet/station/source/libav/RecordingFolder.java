package net.ratonet.station.source.libav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The folder of the recordings. It touches only files that bear the names which it gives. Owned by
/// the recording's thread.
final class RecordingFolder {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'ratonet-'uuuuMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern OWN = Pattern.compile("ratonet-\\d{8}-\\d{6}Z(?:_\\d{1,4})?\\.ts");

    /// How much a disk still takes.
    interface FreeSpace {
        long bytes(Path folder) throws IOException;
    }

    private final Path folder;
    private final long quotaBytes;
    private final FreeSpace free;

    RecordingFolder(Path folder, long quotaBytes) {
        this(folder, quotaBytes, path -> Files.getFileStore(path).getUsableSpace());
    }

    RecordingFolder(Path folder, long quotaBytes, FreeSpace free) {
        this.folder = folder;
        this.quotaBytes = quotaBytes;
        this.free = free;
    }

    /// The name for a file that begins now; the folder is there.
    Path next(Instant now) throws IOException {
        Files.createDirectories(folder);
        var name = NAME.format(now);
        var file = folder.resolve(name + ".ts");
        for (var number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "_" + number + ".ts");
        }
        return file;
    }

    /// Deletes the oldest until all that is there keeps within the quota.
    ///
    /// @param current is never deleted
    /// @return how many bytes are there then
    long keepWithinQuota(Path current) throws IOException {
        var files = oldestFirst();
        var total = 0L;
        for (var file : files) {
            total += Files.size(file);
        }
        for (var file : files) {
            if (total <= quotaBytes) {
                break;
            }
            if (!file.equals(current)) {
                total -= Files.size(file);
                Files.delete(file);
            }
        }
        return total;
    }

    /// What the disk still takes.
    long freeBytes() throws IOException {
        return free.bytes(folder);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private List<Path> oldestFirst() throws IOException {
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (OWN.matcher(entry.getFileName().toString()).matches()
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        }
        files.sort(null);
        return files;
    }
}
