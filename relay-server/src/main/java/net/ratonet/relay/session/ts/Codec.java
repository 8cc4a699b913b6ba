package net.ratonet.relay.session.ts;

/// What an elementary stream is coded in.
public enum Codec {
    H264,
    HEVC,
    AV1,
    AAC,
    OPUS,
    MPEG_AUDIO,
    AC3,
    OTHER;

    public boolean isVideo() {
        return switch (this) {
            case H264, HEVC, AV1 -> true;
            case AAC, OPUS, MPEG_AUDIO, AC3, OTHER -> false;
        };
    }

    public boolean isAudio() {
        return switch (this) {
            case AAC, OPUS, MPEG_AUDIO, AC3 -> true;
            case H264, HEVC, AV1, OTHER -> false;
        };
    }
}
