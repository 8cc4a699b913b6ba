package net.ratonet.relay.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a streamer may bring for their slate, told by its first bytes and by nothing that the
/// sender says.
public enum AssetKind {
    PNG(true, "image/png"),
    JPG(true, "image/jpeg"),
    MP4(false, "video/mp4"),
    MOV(false, "video/quicktime"),
    TS(false, "video/mp2t"),
    MKV(false, "video/x-matroska");

    public static final long MOST_IMAGE_BYTES = 8_000_000;
    public static final long MOST_CLIP_BYTES = 200_000_000;

    /// Enough of a file to tell its kind.
    static final int HEAD = 512;

    private static final int TS_PACKET = 188;

    private final boolean image;
    private final String contentType;

    AssetKind(boolean image, String contentType) {
        this.image = image;
        this.contentType = contentType;
    }

    public boolean isImage() {
        return image;
    }

    public String contentType() {
        return contentType;
    }

    public long mostBytes() {
        return image ? MOST_IMAGE_BYTES : MOST_CLIP_BYTES;
    }

    /// As files end and as JSON names it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AssetKind> ofFile(String ending) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(ending)).findFirst();
    }

    static Optional<AssetKind> ofContent(byte[] head) {
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case PNG -> has(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
            case JPG -> has(head, 0, 0xFF, 0xD8, 0xFF);
            case MP4 -> isBoxed(head) && !isQuickTime(head);
            case MOV -> isBoxed(head) && isQuickTime(head);
            case TS -> has(head, 0, 0x47) && has(head, TS_PACKET, 0x47) && has(head, 376, 0x47);
            case MKV -> has(head, 0, 0x1A, 0x45, 0xDF, 0xA3);
        };
    }

    private static boolean isBoxed(byte[] head) {
        return text(head, 4).equals("ftyp");
    }

    private static boolean isQuickTime(byte[] head) {
        return text(head, 8).equals("qt  ");
    }

    private static String text(byte[] head, int at) {
        return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static boolean has(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (var index = 0; index < bytes.length; index++) {
            if ((head[at + index] & 0xFF) != bytes[index]) {
                return false;
            }
        }
        return true;
    }
}
