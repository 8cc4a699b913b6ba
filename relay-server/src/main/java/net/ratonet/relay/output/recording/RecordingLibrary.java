package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.StreamerId;

/// The recordings that are on the disk. Any thread may call; each call looks at the disk.
public final class RecordingLibrary {

    private static final Comparator<Recording> NEWEST_FIRST =
            Comparator.comparing(Recording::start).thenComparing(Recording::name).reversed();

    private final Path root;
    private final OpenNames openNames;

    RecordingLibrary(Path root, OpenNames openNames) {
        this.root = root;
        this.openNames = openNames;
    }

    /// A streamer's recordings, the newest first.
    public List<Recording> list(StreamerId streamer) throws IOException {
        var found = new ArrayList<Recording>();
        var folder = RecordingName.folderOf(root, streamer);
        for (var day : inside(folder)) {
            for (var file : inside(day)) {
                var text = day.getFileName() + "/" + file.getFileName();
                var name = RecordingName.parse(text);
                if (name.isPresent()) {
                    look(name.get(), file).ifPresent(found::add);
                }
            }
        }
        found.sort(NEWEST_FIRST);
        return found;
    }

    /// Opens one for download; empty when the streamer has none of that name.
    public Optional<RecordedFile> open(StreamerId streamer, String name) throws IOException {
        var file = RecordingName.parse(name).flatMap(known -> find(streamer, known));
        try {
            return file.isPresent() ? Optional.of(RecordedFile.open(file.get())) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// What became of a wish to delete a recording.
    public enum Deletion {
        DELETED,
        NOT_FOUND,
        /// It is being written: recording must be stopped first.
        STILL_GROWING
    }

    public Deletion delete(StreamerId streamer, String text) throws IOException {
        var name = RecordingName.parse(text);
        var file = name.flatMap(known -> find(streamer, known));
        if (name.isEmpty() || file.isEmpty()) {
            return Deletion.NOT_FOUND;
        }
        if (openNames.contains(file.get())) {
            return Deletion.STILL_GROWING;
        }
        var deleted = Files.deleteIfExists(file.get());
        removeIfEmpty(name.get().dayBelow(RecordingName.folderOf(root, streamer)));
        return deleted ? Deletion.DELETED : Deletion.NOT_FOUND;
    }

    /// Every streamer who has a folder here.
    List<StreamerId> streamers() throws IOException {
        return inside(root).stream()
                .map(RecordingName::streamerOf)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Only a plain file in plain folders; a link could lead anywhere.
    private Optional<Path> find(StreamerId streamer, RecordingName name) {
        var folder = RecordingName.folderOf(root, streamer);
        var file = name.below(folder);
        return isFolder(folder)
                        && isFolder(name.dayBelow(folder))
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(file)
                : Optional.empty();
    }

    private Optional<Recording> look(RecordingName name, Path file) throws IOException {
        try {
            var attributes =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            var length = length(name.start(), attributes.lastModifiedTime().toInstant());
            var growing = openNames.contains(file);
            return Optional.of(
                    new Recording(name.text(), name.start(), length, attributes.size(), growing));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Duration length(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (UncheckedIOException trouble) {
            throw trouble.getCause();
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void removeIfEmpty(Path day) throws IOException {
        if (inside(day).isEmpty()) {
            Files.deleteIfExists(day);
        }
    }
}
