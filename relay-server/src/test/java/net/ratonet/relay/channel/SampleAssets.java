package net.ratonet.relay.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// The beginnings of files of each kind, which is all that the relay looks at.
public final class SampleAssets {

    private static final int TS_PACKET = 188;

    private SampleAssets() {}

    public static byte[] of(AssetKind kind) {
        return switch (kind) {
            case PNG -> png(640, 360);
            case JPG -> jpg(640, 360);
            case MP4 -> boxed("isom");
            case MOV -> boxed("qt  ");
            case TS -> clip(10 * TS_PACKET);
            case MKV -> Arrays.copyOf(HexFormat.of().parseHex("1a45dfa3"), 600);
        };
    }

    /// MPEG-TS of about so many bytes.
    public static byte[] clip(int bytes) {
        var packets = new byte[(bytes / TS_PACKET + 1) * TS_PACKET];
        for (var at = 0; at < packets.length; at += TS_PACKET) {
            packets[at] = 0x47;
        }
        return packets;
    }

    public static byte[] png(int width, int height) {
        return ByteBuffer.allocate(600)
                .put(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"))
                .putInt(width)
                .putInt(height)
                .array();
    }

    /// With a segment before the frame header, as cameras write it.
    private static byte[] jpg(int width, int height) {
        return ByteBuffer.allocate(600)
                .put(HexFormat.of().parseHex("ffd8ffe00010"))
                .put(new byte[14])
                .put(HexFormat.of().parseHex("ffc0001108"))
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    private static byte[] boxed(String brand) {
        return ByteBuffer.allocate(600)
                .putInt(24)
                .put(("ftyp" + brand).getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
