package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.Map;
import net.ratonet.station.config.VideoCodec;

/// What each encoder has to be told to work without delay, at a constant rate, in closed groups of
/// pictures. Pure.
///
/// @param pixelFormat how it wants its pictures
/// @param steerable whether a new rate may be set between two pictures; else it has to begin anew
record EncoderOptions(Map<String, String> options, int pixelFormat, boolean steerable) {

    static EncoderOptions of(VideoCodec codec) {
        return switch (codec) {
            case LIBX264 ->
                    new EncoderOptions(
                            Map.of(
                                    "preset", "superfast",
                                    "tune", "zerolatency",
                                    "forced-idr", "1",
                                    "x264-params", "scenecut=0:open-gop=0"),
                            AV_PIX_FMT_YUV420P,
                            true);
            case LIBX265 ->
                    new EncoderOptions(
                            Map.of(
                                    "preset", "superfast",
                                    "tune", "zerolatency",
                                    "forced-idr", "1",
                                    "x265-params",
                                            "scenecut=0:open-gop=0:bframes=0:log-level=error"),
                            AV_PIX_FMT_YUV420P,
                            false);
            case H264_NVENC, HEVC_NVENC ->
                    new EncoderOptions(
                            Map.of(
                                    "preset", "p4",
                                    "tune", "ull",
                                    "rc", "cbr",
                                    "zerolatency", "1",
                                    "forced-idr", "1",
                                    "no-scenecut", "1"),
                            AV_PIX_FMT_YUV420P,
                            true);
            case H264_QSV, HEVC_QSV ->
                    new EncoderOptions(
                            Map.of("async_depth", "1", "forced_idr", "1", "look_ahead", "0"),
                            AV_PIX_FMT_NV12,
                            true);
            case H264_VAAPI, HEVC_VAAPI ->
                    new EncoderOptions(
                            Map.of("rc_mode", "CBR", "async_depth", "1"), AV_PIX_FMT_NV12, false);
            case H264_AMF, HEVC_AMF ->
                    new EncoderOptions(
                            Map.of(
                                    "usage", "lowlatency",
                                    "rc", "cbr",
                                    "forced_idr", "1",
                                    "header_insertion_mode", "idr"),
                            AV_PIX_FMT_NV12,
                            false);
            case H264_MF, HEVC_MF ->
                    new EncoderOptions(
                            Map.of(
                                    "rate_control", "cbr",
                                    "scenario", "live_streaming",
                                    "hw_encoding", "1"),
                            AV_PIX_FMT_NV12,
                            false);
            case H264_V4L2M2M, HEVC_V4L2M2M -> new EncoderOptions(Map.of(), AV_PIX_FMT_NV12, false);
        };
    }

    /// Pictures that have to lie in the memory of the graphics unit.
    static boolean wantsUpload(VideoCodec codec) {
        return codec == VideoCodec.H264_VAAPI || codec == VideoCodec.HEVC_VAAPI;
    }
}
