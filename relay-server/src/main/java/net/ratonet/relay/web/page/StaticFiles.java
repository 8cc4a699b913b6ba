package net.ratonet.relay.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Payload;

/// The built-in files, from one folder of the class path and kept in memory once read. Any thread
/// may ask.
public final class StaticFiles {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html;charset=utf-8"),
                    Map.entry("js", "text/javascript;charset=utf-8"),
                    Map.entry("css", "text/css;charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"));

    /// Plain names only: no way up, no hidden files, nothing to decode.
    private static final Pattern SAFE =
            Pattern.compile(
                    "(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,8}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final String root;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    /// Files of one folder.
    ///
    /// @param root a folder of the class path, such as `web`
    public StaticFiles(String root) {
        this.root = root;
    }

    /// The file at the path below the root; empty when there is none.
    ///
    /// @param knownEtag what the browser has already
    /// @param accepts the browser's `Accept-Encoding`
    public Optional<Answer> answer(
            String path, Optional<String> knownEtag, Optional<String> accepts) {
        return find(path).map(file -> answer(file, knownEtag, accepts));
    }

    private static Answer answer(
            StaticFile file, Optional<String> knownEtag, Optional<String> accepts) {
        var packed = file.isPacked() && accepts.filter(a -> a.contains("gzip")).isPresent();
        var answer =
                knownEtag.filter(file.etag()::equals).isPresent()
                        ? new Answer(304, file.contentType(), Payload.EMPTY, Map.of())
                        : new Answer(
                                200,
                                file.contentType(),
                                packed ? file.packed() : file.content(),
                                packed ? Map.of("Content-Encoding", "gzip") : Map.of());
        return answer.withHeader("ETag", file.etag())
                .withHeader("Cache-Control", "no-cache")
                .withHeader("Vary", "Accept-Encoding");
    }

    private Optional<StaticFile> find(String path) {
        if (!SAFE.matcher(path).matches() || !TYPES.containsKey(ending(path))) {
            return Optional.empty();
        }
        var known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var read = read(path);
        read.ifPresent(file -> files.putIfAbsent(path, file));
        return read;
    }

    private Optional<StaticFile> read(String path) {
        try (var in = StaticFiles.class.getClassLoader().getResourceAsStream(root + "/" + path)) {
            return in == null ? Optional.empty() : Optional.of(file(path, in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the built-in file " + path, failure);
        }
    }

    private static StaticFile file(String path, byte[] content) throws IOException {
        var packed = gzip(content);
        var whole = Payload.of(content);
        return new StaticFile(
                TYPES.getOrDefault(ending(path), ""),
                etag(content),
                whole,
                packed.length < content.length ? Payload.of(packed) : whole);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream(content.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static String etag(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
