package net.ratonet.station.config;

/// How the picture is packed: H.264 is taken everywhere, HEVC looks better at the same bitrate.
public enum VideoFormat {
    H264,
    HEVC
}
