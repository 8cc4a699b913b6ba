package net.ratonet.relay.session.ts;

/// Tells whether decoding may begin at a picture.
public final class KeyFrames {

    private KeyFrames() {}

    /// Looks at the units of a picture up to its first slice.
    public static boolean isKeyFrame(Codec codec, byte[] bytes, int from, int to) {
        return startOf(codec, bytes, from, to) == Start.KEY;
    }

    /// The same for the first bytes of a picture, where the slice itself may not be in sight:
    /// parameter sets stand only in front of pictures at which decoding may begin.
    public static boolean looksLikeKeyFrame(Codec codec, byte[] bytes, int from, int to) {
        return switch (startOf(codec, bytes, from, to)) {
            case KEY, PARAMETERS -> true;
            case OTHER, UNKNOWN -> false;
        };
    }

    private static Start startOf(Codec codec, byte[] bytes, int from, int to) {
        return switch (codec) {
            case H264, HEVC -> firstSlice(codec, bytes, from, to);
            case AV1, AAC, OPUS, MPEG_AUDIO, AC3, OTHER -> Start.UNKNOWN;
        };
    }

    private static Start firstSlice(Codec codec, byte[] bytes, int from, int to) {
        var seen = Start.UNKNOWN;
        for (var nal = AnnexB.next(bytes, from, to); nal < to; nal = AnnexB.next(bytes, nal, to)) {
            var start =
                    codec == Codec.H264 ? h264(bytes[nal] & 0x1f) : hevc((bytes[nal] >> 1) & 0x3f);
            switch (start) {
                case KEY, OTHER -> {
                    return start;
                }
                case PARAMETERS -> seen = start;
                case UNKNOWN -> {}
            }
        }
        return seen;
    }

    private static Start h264(int type) {
        return switch (type) {
            case 5 -> Start.KEY;
            case 1, 2 -> Start.OTHER;
            case 7 -> Start.PARAMETERS;
            default -> Start.UNKNOWN;
        };
    }

    private static Start hevc(int type) {
        if (type >= 16 && type <= 21) {
            return Start.KEY;
        }
        if (type < 16) {
            return Start.OTHER;
        }
        return type == 32 || type == 33 ? Start.PARAMETERS : Start.UNKNOWN;
    }

    private enum Start {
        KEY,
        OTHER,
        PARAMETERS,
        UNKNOWN
    }
}
