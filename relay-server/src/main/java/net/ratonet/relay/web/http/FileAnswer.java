package net.ratonet.relay.web.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/// Answers with a file, whole or the part that a `Range` header asks for, straight from the disk.
public final class FileAnswer {

    private static final int CHUNK = 64 * 1024;

    private FileAnswer() {}

    /// What a browser is told of a file.
    ///
    /// @param name under which it keeps it; made by us, so it needs no quoting
    public record Named(String contentType, String name) {}

    /// Writes a part of a file out.
    @FunctionalInterface
    public interface PartWriter {
        void write(long from, long length, OutputStream out) throws IOException;
    }

    /// The file as it lies there now.
    public static Answer of(Call call, Path file, Named named) throws IOException {
        return of(
                call,
                Files.size(file),
                named,
                (from, length, out) -> copy(file, from, length, out));
    }

    public static Answer of(Call call, long size, Named named, PartWriter writer) {
        return switch (ByteRange.of(call.header("Range"), size)) {
            case ByteRange.Whole _ -> part(named, writer, 0, size);
            case ByteRange.Part(var from, var length) ->
                    part(named, writer, from, length)
                            .withStatus(206)
                            .withHeader(
                                    "Content-Range",
                                    "bytes %d-%d/%d".formatted(from, from + length - 1, size));
            case ByteRange.Beyond _ ->
                    Answer.refusal(416, "the file has " + size + " bytes")
                            .withHeader("Content-Range", "bytes */" + size);
        };
    }

    private static Answer part(Named named, PartWriter writer, long from, long length) {
        return Answer.stream(
                        named.contentType(),
                        OptionalLong.of(length),
                        out -> writer.write(from, length, out))
                .withHeader("Accept-Ranges", "bytes")
                .withHeader(
                        "Content-Disposition",
                        "attachment; filename=\"%s\"".formatted(named.name()));
    }

    private static void copy(Path file, long from, long length, OutputStream out)
            throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var in = Channels.newInputStream(channel.position(from));
            var chunk = new byte[CHUNK];
            for (var left = length; left > 0; ) {
                var got = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (got < 0) {
                    throw new EOFException("the file has become shorter");
                }
                out.write(chunk, 0, got);
                left -= got;
            }
        }
    }
}
