package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.ratonet.relay.session.ts.Codec;

/// The payload of video messages, in the old form and in that of Enhanced RTMP.
public final class FlvVideo {

    static final int AVC1 = 0x61766331;
    static final int HVC1 = 0x68766331;
    static final int AV01 = 0x61763031;

    private static final int ENHANCED = 0x80;
    private static final int KEY = 1;
    private static final int INTER = 2;
    private static final int COMMAND = 5;
    private static final int OLD_AVC = 7;
    private static final int OLD_HEVC = 12;

    private static final int CONFIG = 0;
    private static final int FRAME = 1;
    private static final int END = 2;
    private static final int FRAME_SHOWN_AT_ONCE = 3;
    private static final int METADATA = 4;
    private static final int MULTITRACK = 6;
    private static final int MODIFIER = 7;

    private FlvVideo() {}

    public static FlvBody parse(byte[] payload) {
        if (payload.length == 0) {
            return new FlvBody.Nothing();
        }
        var first = payload[0] & 0xFF;
        return (first & ENHANCED) != 0 ? enhanced(payload, first) : old(payload, first);
    }

    private static FlvBody old(byte[] payload, int first) {
        var frameType = first >> 4;
        return switch (first & 0x0F) {
            case OLD_AVC -> old(Codec.H264, payload, frameType);
            // Never standardised, but sent by encoders made before Enhanced RTMP.
            case OLD_HEVC -> old(Codec.HEVC, payload, frameType);
            default -> new FlvBody.NotTaken("video of the old kind %d".formatted(first & 0x0F));
        };
    }

    private static FlvBody old(Codec codec, byte[] payload, int frameType) {
        if (frameType == COMMAND) {
            return new FlvBody.Nothing();
        }
        if (payload.length < 5) {
            return new FlvBody.Malformed("video without a header");
        }
        return switch (payload[1]) {
            case CONFIG -> new FlvBody.Config(codec, from(payload, 5));
            case FRAME ->
                    new FlvBody.Frame(codec, frameType == KEY, int24(payload, 2), from(payload, 5));
            case END -> new FlvBody.Nothing();
            default -> new FlvBody.Malformed("video of the unknown kind " + payload[1]);
        };
    }

    private static FlvBody enhanced(byte[] payload, int first) {
        var frameType = first >> 4 & 0x07;
        var start = ExHeader.read(payload, first & 0x0F, MODIFIER);
        if (start.kind() == MULTITRACK) {
            return new FlvBody.NotTaken("several tracks of video in one stream");
        }
        if (start.kind() == METADATA || frameType == COMMAND) {
            return new FlvBody.Nothing();
        }
        if (start.isBroken()) {
            return new FlvBody.Malformed("video without a header");
        }
        return switch (start.fourCc()) {
            case AVC1 -> enhanced(Codec.H264, payload, start, frameType == KEY);
            case HVC1 -> enhanced(Codec.HEVC, payload, start, frameType == KEY);
            case AV01 -> enhanced(Codec.AV1, payload, start, frameType == KEY);
            default -> new FlvBody.NotTaken("video in " + start.fourCcText());
        };
    }

    private static FlvBody enhanced(Codec codec, byte[] payload, ExHeader start, boolean keyFrame) {
        var at = start.bodyAt();
        return switch (start.kind()) {
            case CONFIG -> new FlvBody.Config(codec, from(payload, at));
            case FRAME -> {
                if (codec == Codec.AV1) {
                    yield new FlvBody.Frame(codec, keyFrame, 0, from(payload, at));
                }
                yield payload.length < at + 3
                        ? new FlvBody.Malformed("video without a composition time")
                        : new FlvBody.Frame(
                                codec, keyFrame, int24(payload, at), from(payload, at + 3));
            }
            case FRAME_SHOWN_AT_ONCE -> new FlvBody.Frame(codec, keyFrame, 0, from(payload, at));
            case END -> new FlvBody.Nothing();
            default -> new FlvBody.NotTaken("video packets of kind " + start.kind());
        };
    }

    public static byte[] avcConfig(byte[] avcC) {
        return join(new byte[] {(byte) (KEY << 4 | OLD_AVC), CONFIG, 0, 0, 0}, avcC);
    }

    public static byte[] avcFrame(boolean keyFrame, int compositionMs, byte[] nals) {
        var head = (keyFrame ? KEY : INTER) << 4 | OLD_AVC;
        return ByteBuffer.allocate(5 + nals.length)
                .put((byte) head)
                .putInt(FRAME << 24 | (compositionMs & 0xFF_FFFF))
                .put(nals)
                .array();
    }

    public static byte[] hevcConfig(byte[] hvcC) {
        return enhanced(true, CONFIG).putInt(HVC1, hvcC);
    }

    public static byte[] hevcFrame(boolean keyFrame, int compositionMs, byte[] nals) {
        if (compositionMs == 0) {
            return enhanced(keyFrame, FRAME_SHOWN_AT_ONCE).putInt(HVC1, nals);
        }
        var time =
                ByteBuffer.allocate(3 + nals.length)
                        .put((byte) (compositionMs >> 16))
                        .putShort((short) compositionMs)
                        .put(nals)
                        .array();
        return enhanced(keyFrame, FRAME).putInt(HVC1, time);
    }

    private record Head(int head) {
        byte[] putInt(int fourCc, byte[] rest) {
            return ByteBuffer.allocate(5 + rest.length)
                    .put((byte) head)
                    .putInt(fourCc)
                    .put(rest)
                    .array();
        }
    }

    private static Head enhanced(boolean keyFrame, int kind) {
        return new Head(ENHANCED | (keyFrame ? KEY : INTER) << 4 | kind);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] from(byte[] payload, int offset) {
        return Arrays.copyOfRange(payload, Math.min(offset, payload.length), payload.length);
    }

    private static int int24(byte[] bytes, int at) {
        return bytes[at] << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
    }
}
