package net.ratonet.relay.rtmp;

import net.ratonet.relay.session.ts.Codec;

/// What a part of a picture is for.
public enum NalKind {
    /// Only HEVC has these.
    VPS,
    SPS,
    PPS,
    DELIMITER,
    KEY_SLICE,
    OTHER;

    public static NalKind of(Codec codec, byte[] nal) {
        return codec == Codec.HEVC ? hevc(nal[0] >> 1 & 0x3F) : avc(nal[0] & 0x1F);
    }

    public boolean isParameterSet() {
        return switch (this) {
            case VPS, SPS, PPS -> true;
            case DELIMITER, KEY_SLICE, OTHER -> false;
        };
    }

    private static NalKind avc(int type) {
        return switch (type) {
            case 5 -> KEY_SLICE;
            case 7 -> SPS;
            case 8 -> PPS;
            case 9 -> DELIMITER;
            default -> OTHER;
        };
    }

    private static NalKind hevc(int type) {
        return switch (type) {
            case 16, 17, 18, 19, 20, 21 -> KEY_SLICE;
            case 32 -> VPS;
            case 33 -> SPS;
            case 34 -> PPS;
            case 35 -> DELIMITER;
            default -> OTHER;
        };
    }
}
