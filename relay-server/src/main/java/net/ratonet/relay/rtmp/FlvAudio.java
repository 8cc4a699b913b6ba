package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.ratonet.relay.session.ts.Codec;

/// The payload of audio messages, in the old form and in that of Enhanced RTMP.
public final class FlvAudio {

    private static final int MP4A = 0x6D703461;
    private static final int OLD_AAC = 10;
    private static final int ENHANCED = 9;

    /// AAC always says 44.1 kHz, 16 bit, stereo here; what is true stands in its config.
    private static final byte AAC_HEAD = (byte) 0xAF;

    private static final int CONFIG = 0;
    private static final int FRAME = 1;
    private static final int END = 2;
    private static final int CHANNELS = 4;
    private static final int MULTITRACK = 5;
    private static final int MODIFIER = 7;

    private FlvAudio() {}

    public static FlvBody parse(byte[] payload) {
        if (payload.length < 2) {
            return new FlvBody.Nothing();
        }
        var format = (payload[0] & 0xFF) >> 4;
        return switch (format) {
            case OLD_AAC -> aac(payload, payload[1], 2);
            case ENHANCED -> enhanced(payload);
            default -> new FlvBody.NotTaken("audio of the old kind %d".formatted(format));
        };
    }

    private static FlvBody enhanced(byte[] payload) {
        var start = ExHeader.read(payload, payload[0] & 0x0F, MODIFIER);
        if (start.kind() == MULTITRACK) {
            return new FlvBody.NotTaken("several tracks of audio in one stream");
        }
        if (start.kind() == CHANNELS) {
            return new FlvBody.Nothing();
        }
        if (start.isBroken()) {
            return new FlvBody.Malformed("audio without a header");
        }
        return start.fourCc() == MP4A
                ? aac(payload, start.kind(), start.bodyAt())
                : new FlvBody.NotTaken("audio in " + start.fourCcText());
    }

    private static FlvBody aac(byte[] payload, int kind, int at) {
        var body = Arrays.copyOfRange(payload, at, payload.length);
        return switch (kind) {
            case CONFIG -> new FlvBody.Config(Codec.AAC, body);
            case FRAME ->
                    body.length == 0
                            ? new FlvBody.Nothing()
                            : new FlvBody.Frame(Codec.AAC, true, 0, body);
            case END -> new FlvBody.Nothing();
            default -> new FlvBody.Malformed("audio of the unknown kind " + kind);
        };
    }

    public static byte[] aacConfig(byte[] audioSpecificConfig) {
        return aac(CONFIG, audioSpecificConfig);
    }

    public static byte[] aacFrame(byte[] raw) {
        return aac(FRAME, raw);
    }

    private static byte[] aac(int kind, byte[] body) {
        return ByteBuffer.allocate(2 + body.length)
                .put(AAC_HEAD)
                .put((byte) kind)
                .put(body)
                .array();
    }
}
