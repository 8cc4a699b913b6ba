package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderJob;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Encodes pictures as H.264 without delay: no B-frames, a key frame every 2 s, a rate that can be
/// changed between any two pictures. Owned by the encoder's thread.
final class VideoEncoder implements AutoCloseable {

    private static final int GOP_SECONDS = 2;

    /// Half a second of buffer: small enough that a new rate shows within a second.
    private static final int BUFFERS_PER_SECOND = 2;

    private final AVCodecContext context;
    private final AVFrame frame;

    VideoEncoder(EncoderJob job, boolean globalHeader) throws LibavException {
        var codec = avcodec_find_encoder_by_name(job.codec());
        if (codec == null) {
            throw LibavException.because("this FFmpeg has no encoder named " + job.codec());
        }
        context = avcodec_alloc_context3(codec);
        configure(job, globalHeader);
        var options = options();
        LibavException.check(avcodec_open2(context, codec, options), "The video encoder");
        av_dict_free(options);
        frame = allocateFrame(job);
    }

    AVCodecContext context() {
        return context;
    }

    void encode(Canvas picture, long number, boolean keyFrame) throws LibavException {
        LibavException.check(av_frame_make_writable(frame), "A picture");
        for (var plane = 0; plane < 3; plane++) {
            copyPlane(picture, plane);
        }
        frame.pts(number);
        frame.pict_type(keyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        LibavException.check(avcodec_send_frame(context, frame), "Encoding a picture");
    }

    /// No more pictures follow.
    void flush() throws LibavException {
        LibavException.check(avcodec_send_frame(context, null), "Ending the video");
    }

    /// All three together: x264 takes a new rate on only if its buffer model follows.
    void setBitrate(Bitrate bitrate) {
        context.bit_rate(bitrate.bitsPerSecond());
        context.rc_max_rate(bitrate.bitsPerSecond());
        context.rc_buffer_size((int) (bitrate.bitsPerSecond() / BUFFERS_PER_SECOND));
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }

    private void configure(EncoderJob job, boolean globalHeader) {
        context.width(job.resolution().width());
        context.height(job.resolution().height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_MPEG);
        context.time_base(av_make_q(1, job.framesPerSecond()));
        context.framerate(av_make_q(job.framesPerSecond(), 1));
        context.gop_size(GOP_SECONDS * job.framesPerSecond());
        context.keyint_min(GOP_SECONDS * job.framesPerSecond());
        context.max_b_frames(0);
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        setBitrate(job.bitrate());
    }

    private static AVDictionary options() {
        var options = new AVDictionary(null);
        av_dict_set(options, "preset", "superfast", 0);
        av_dict_set(options, "tune", "zerolatency", 0);
        av_dict_set(options, "forced-idr", "1", 0);
        av_dict_set(options, "x264-params", "scenecut=0:open-gop=0", 0);
        return options;
    }

    private static AVFrame allocateFrame(EncoderJob job) throws LibavException {
        var frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(job.resolution().width());
        frame.height(job.resolution().height());
        LibavException.check(av_frame_get_buffer(frame, 0), "Memory for a picture");
        return frame;
    }

    private void copyPlane(Canvas picture, int plane) {
        var width = plane == 0 ? picture.width() : picture.width() / 2;
        var rows = plane == 0 ? picture.height() : picture.height() / 2;
        var stride = frame.linesize(plane);
        var source = picture.plane(plane);
        var target = new BytePointer(frame.data(plane));
        for (var row = 0; row < rows; row++) {
            target.position((long) row * stride).put(source, row * width, width);
        }
    }
}
