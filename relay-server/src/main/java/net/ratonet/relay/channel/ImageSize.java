package net.ratonet.relay.channel;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How large an image says it is, read without decoding it: a few kilobytes can promise more pixels
/// than the machine has memory for.
record ImageSize(int width, int height) {

    private static final int PNG_SIZE_AT = 16;
    private static final int JPEG_START = 2;

    /// Empty when the file does not say.
    static Optional<ImageSize> of(Path file, AssetKind kind) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return kind == AssetKind.PNG ? png(in) : jpeg(in);
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    long pixels() {
        return (long) width * height;
    }

    private static Optional<ImageSize> png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIZE_AT);
        return sound(in.readInt(), in.readInt());
    }

    /// Walks the segments up to the frame header.
    private static Optional<ImageSize> jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(JPEG_START);
        for (var marker = marker(in); marker >= 0; marker = marker(in)) {
            var length = in.readUnsignedShort();
            if (isFrameHeader(marker)) {
                in.skipNBytes(1);
                var height = in.readUnsignedShort();
                return sound(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
        return Optional.empty();
    }

    /// The next marker, or -1 where none is.
    private static int marker(InputStream in) throws IOException {
        var next = in.read();
        if (next != 0xFF) {
            return -1;
        }
        while (next == 0xFF) {
            next = in.read();
        }
        return next;
    }

    /// SOF0 to SOF15, among which stand three that are no frame headers.
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static Optional<ImageSize> sound(int width, int height) {
        return width > 0 && height > 0
                ? Optional.of(new ImageSize(width, height))
                : Optional.empty();
    }
}
