package net.ratonet.station.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The video encoders that the station can steer; within a format, the best comes first.
public enum VideoCodec {
    H264_NVENC("h264_nvenc", VideoFormat.H264, "an NVIDIA graphics card with its driver"),
    H264_QSV("h264_qsv", VideoFormat.H264, "an Intel graphics unit with Quick Sync"),
    H264_VAAPI("h264_vaapi", VideoFormat.H264, "a graphics unit with VA-API"),
    H264_AMF("h264_amf", VideoFormat.H264, "an AMD graphics card with its driver"),
    H264_MF("h264_mf", VideoFormat.H264, "Windows with a graphics unit that encodes"),
    H264_V4L2M2M("h264_v4l2m2m", VideoFormat.H264, "a board that encodes, like a Raspberry Pi 4"),
    LIBX264("libx264", VideoFormat.H264, "only the CPU"),
    HEVC_NVENC("hevc_nvenc", VideoFormat.HEVC, "an NVIDIA graphics card with its driver"),
    HEVC_QSV("hevc_qsv", VideoFormat.HEVC, "an Intel graphics unit with Quick Sync"),
    HEVC_VAAPI("hevc_vaapi", VideoFormat.HEVC, "a graphics unit with VA-API"),
    HEVC_AMF("hevc_amf", VideoFormat.HEVC, "an AMD graphics card with its driver"),
    HEVC_MF("hevc_mf", VideoFormat.HEVC, "Windows with a graphics unit that encodes"),
    HEVC_V4L2M2M("hevc_v4l2m2m", VideoFormat.HEVC, "a board that encodes HEVC"),
    LIBX265("libx265", VideoFormat.HEVC, "a strong CPU");

    private final String libavName;
    private final VideoFormat format;
    private final String needs;

    VideoCodec(String libavName, VideoFormat format, String needs) {
        this.libavName = libavName;
        this.format = format;
        this.needs = needs;
    }

    /// As libav and FIELD_VIDEO_CODEC name it.
    public String libavName() {
        return libavName;
    }

    public VideoFormat format() {
        return format;
    }

    /// What a machine must have for it.
    public String needs() {
        return needs;
    }

    public boolean isHardware() {
        return this != LIBX264 && this != LIBX265;
    }

    public static Optional<VideoCodec> named(String libavName) {
        return Arrays.stream(values())
                .filter(codec -> codec.libavName.equals(libavName))
                .findFirst();
    }

    /// Best first.
    public static List<VideoCodec> of(VideoFormat format) {
        return Arrays.stream(values()).filter(codec -> codec.format == format).toList();
    }
}
