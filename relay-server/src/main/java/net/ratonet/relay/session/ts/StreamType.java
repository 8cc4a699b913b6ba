package net.ratonet.relay.session.ts;

import java.nio.charset.StandardCharsets;

/// Tells the codec of a track from what its PMT says.
final class StreamType {

    private static final int PRIVATE_PES = 0x06;
    private static final int REGISTRATION = 0x05;
    private static final int DVB_AC3 = 0x6a;
    private static final int DVB_ENHANCED_AC3 = 0x7a;

    private StreamType() {}

    static Codec codec(int type, byte[] section, int from, int to) {
        return switch (type) {
            case 0x1b -> Codec.H264;
            case 0x24 -> Codec.HEVC;
            case 0x0f, 0x11 -> Codec.AAC;
            case 0x03, 0x04 -> Codec.MPEG_AUDIO;
            case 0x81 -> Codec.AC3;
            case PRIVATE_PES -> described(section, from, to);
            default -> Codec.OTHER;
        };
    }

    private static Codec described(byte[] section, int from, int to) {
        var at = from;
        while (at + 2 <= to) {
            var behind = at + 2 + (section[at + 1] & 0xff);
            var codec = behind <= to ? described(section, at) : Codec.OTHER;
            if (codec != Codec.OTHER) {
                return codec;
            }
            at = behind;
        }
        return Codec.OTHER;
    }

    private static Codec described(byte[] section, int descriptor) {
        return switch (section[descriptor] & 0xff) {
            case DVB_AC3, DVB_ENHANCED_AC3 -> Codec.AC3;
            case REGISTRATION ->
                    section[descriptor + 1] < 4 ? Codec.OTHER : registered(section, descriptor + 2);
            default -> Codec.OTHER;
        };
    }

    private static Codec registered(byte[] section, int at) {
        return switch (new String(section, at, 4, StandardCharsets.ISO_8859_1)) {
            case "Opus" -> Codec.OPUS;
            case "AC-3", "EAC3" -> Codec.AC3;
            case "HEVC" -> Codec.HEVC;
            case "AV01" -> Codec.AV1;
            default -> Codec.OTHER;
        };
    }
}
