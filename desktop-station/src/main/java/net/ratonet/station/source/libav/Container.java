package net.ratonet.station.source.libav;

import net.ratonet.station.config.StreamTarget;

/// How picture and sound are packed, which follows from where they go.
enum Container {
    MPEG_TS("mpegts"),
    FLV("flv");

    private final String muxer;

    Container(String muxer) {
        this.muxer = muxer;
    }

    /// The name of libav's muxer.
    String muxer() {
        return muxer;
    }

    /// Whether parameters stand once at the beginning, not before each key frame.
    boolean wantsGlobalHeader() {
        return this == FLV;
    }

    static Container of(StreamTarget target) {
        return switch (target.scheme()) {
            case "rtmp", "rtmps" -> FLV;
            default -> MPEG_TS;
        };
    }
}
