package net.ratonet.relay.output.slate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where clips lie between two streams. When there are too many, those go that were not used for
/// longest. Any thread may call.
final class SlateFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SlateFolder.class);

    private final Path folder;
    private final long mostBytes;

    SlateFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    Path fileFor(String identity) throws IOException {
        Files.createDirectories(folder);
        return file(identity);
    }

    boolean has(String identity) {
        return Files.exists(file(identity));
    }

    private Path file(String identity) {
        return folder.resolve(hash(identity) + ".ts");
    }

    /// Counts as used now.
    void use(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException trouble) {
            LOG.debug("{} is gone", file.getFileName());
        }
    }

    void tidy() throws IOException {
        var clips = new ArrayList<Clip>();
        try (var files = Files.newDirectoryStream(folder, "*.ts")) {
            for (var file : files) {
                clips.add(new Clip(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        clips.sort(Comparator.comparing(Clip::used));
        var total = clips.stream().mapToLong(Clip::bytes).sum();
        for (var clip : clips.subList(0, Math.max(0, clips.size() - 1))) {
            if (total <= mostBytes) {
                return;
            }
            Files.deleteIfExists(clip.file);
            total -= clip.bytes;
        }
    }

    private static String hash(String identity) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Clip(Path file, long bytes, FileTime used) {}
}
