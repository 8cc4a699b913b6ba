package net.ratonet.relay.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.shared.telemetry.StreamerId;

/// The images and clips that streamers brought for their slates: a folder for each streamer, all
/// names made by the relay. Any thread may call; a method may take as long as its disk or sender.
public final class SlateAssets {

    /// Some more than 8K video; decoded it takes 200 MB for a moment.
    static final int MOST_PIXELS = 50_000_000;

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{16})\\.([a-z0-9]{2,3})");
    private static final String PART = "upload.part";
    private static final String LABEL = ".label";
    private static final int FOLDER_NAME = 32;

    private final Path root;
    private final long bytesPerStreamer;
    private final Supplier<AssetId> ids;
    private final Set<StreamerId> uploading = ConcurrentHashMap.newKeySet();

    /// Touches nothing yet.
    ///
    /// @param root made when it is first needed
    public SlateAssets(Path root, long bytesPerStreamer, Supplier<AssetId> ids) {
        this.root = root;
        this.bytesPerStreamer = bytesPerStreamer;
        this.ids = ids;
    }

    /// What the streamer has, oldest first.
    public List<SlateAsset> list(StreamerId id) throws IOException {
        var folder = folder(id);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(SlateAssets::asset)
                    .flatMap(Optional::stream)
                    .sorted(
                            Comparator.comparing(SlateAsset::since)
                                    .thenComparing(asset -> asset.id().value()))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /// Where it lies, for a program that shows it.
    public Optional<Path> file(StreamerId id, AssetId asset) {
        return file(folder(id), asset);
    }

    private static Optional<Path> file(Path folder, AssetId asset) {
        for (var kind : AssetKind.values()) {
            var file = folder.resolve(name(asset, kind));
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /// The same for one who has the id from the streamer's own settings; ids repeat nowhere.
    public Optional<Path> file(AssetId asset) {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (var folders = Files.list(root)) {
            return folders.flatMap(folder -> file(folder, asset).stream()).findFirst();
        } catch (IOException failure) {
            return Optional.empty();
        }
    }

    public long freeBytes(StreamerId id) throws IOException {
        var used = list(id).stream().mapToLong(SlateAsset::bytes).sum();
        return Math.max(0, bytesPerStreamer - used);
    }

    /// Takes one thing in, as far as it may come, and keeps it when all of it is in order.
    ///
    /// @param label as its owner calls it
    public AssetUpload add(StreamerId id, String label, InputStream content) throws IOException {
        if (!uploading.add(id)) {
            return new AssetUpload.Busy();
        }
        try {
            return take(id, label, content);
        } finally {
            Files.deleteIfExists(folder(id).resolve(PART));
            uploading.remove(id);
        }
    }

    /// False when there is no such thing.
    public boolean delete(StreamerId id, AssetId asset) throws IOException {
        var file = file(id, asset);
        if (file.isEmpty()) {
            return false;
        }
        Files.deleteIfExists(file.get());
        Files.deleteIfExists(labelOf(file.get()));
        return true;
    }

    /// To be called when the account has gone.
    public void forget(StreamerId id) throws IOException {
        var folder = folder(id);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private AssetUpload take(StreamerId id, String label, InputStream content) throws IOException {
        var head = content.readNBytes(AssetKind.HEAD);
        var kind = AssetKind.ofContent(head);
        if (kind.isEmpty()) {
            return new AssetUpload.UnknownKind();
        }
        var free = freeBytes(id);
        var most = Math.min(free, kind.get().mostBytes());
        var part = Files.createDirectories(folder(id)).resolve(PART);
        if (!write(part, head, content, most)) {
            return most == free
                    ? new AssetUpload.NoRoom(free)
                    : new AssetUpload.TooLarge(kind.get().mostBytes());
        }
        return kind.get().isImage() && !isShowable(part, kind.get())
                ? new AssetUpload.TooManyPixels(MOST_PIXELS)
                : new AssetUpload.Kept(keep(part, kind.get(), label));
    }

    private static boolean isShowable(Path image, AssetKind kind) throws IOException {
        return ImageSize.of(image, kind).filter(size -> size.pixels() <= MOST_PIXELS).isPresent();
    }

    /// False, and the rest is not read, when it is more than it may be.
    private static boolean write(Path part, byte[] head, InputStream content, long mostBytes)
            throws IOException {
        try (var out = Files.newOutputStream(part)) {
            var chunk = new byte[64 * 1024];
            var written = 0L;
            out.write(head);
            written += head.length;
            for (var got = content.read(chunk); got >= 0; got = content.read(chunk)) {
                written += got;
                if (written > mostBytes) {
                    return false;
                }
                out.write(chunk, 0, got);
            }
            return written <= mostBytes;
        }
    }

    private SlateAsset keep(Path part, AssetKind kind, String label) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var file = part.resolveSibling(name(ids.get(), kind));
        Files.writeString(labelOf(file), label);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return asset(file).orElseThrow(() -> new IOException(file + " has vanished"));
    }

    private static Optional<SlateAsset> asset(Path file) {
        var name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        return AssetKind.ofFile(name.group(2))
                .map(kind -> asset(file, new AssetId(name.group(1)), kind));
    }

    private static SlateAsset asset(Path file, AssetId id, AssetKind kind) {
        try {
            var label = labelOf(file);
            return new SlateAsset(
                    id,
                    kind,
                    Files.exists(label) ? Files.readString(label) : "",
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A streamer's id may be `..`, and some file systems see no capitals.
    private Path folder(StreamerId id) {
        return root.resolve(KeyHash.of(id.value()).hex().substring(0, FOLDER_NAME));
    }

    private static String name(AssetId id, AssetKind kind) {
        return id.value() + "." + kind.wireName();
    }

    private static Path labelOf(Path file) {
        return file.resolveSibling(file.getFileName() + LABEL);
    }
}
