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
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/// Encodes pictures without delay: no B-frames, a closed group of pictures every 2 s, a constant
/// rate. Owned by the encoder's thread.
final class VideoEncoder implements AutoCloseable {

    private static final int GOP_SECONDS = 2;

    /// Half a second of buffer: small enough that a new rate shows within a second.
    private static final int BUFFERS_PER_SECOND = 2;

    private final VideoCodec codec;
    private final PictureFormat format;
    private final EncoderOptions wishes;
    private final AVCodecContext context;
    private final PictureFrame frame;
    private Bitrate bitrate;
    private int everyNth = 1;
    private long lastKeyNumber;
    private final @Nullable GraphicsMemory memory;

    /// @param canvas the size of the pictures that come; another one is scaled
    VideoEncoder(
            VideoCodec codec,
            PictureFormat format,
            Resolution canvas,
            Bitrate bitrate,
            boolean globalHeader)
            throws LibavException {
        this.codec = codec;
        this.format = format;
        this.bitrate = bitrate;
        wishes = EncoderOptions.of(codec);
        var found = avcodec_find_encoder_by_name(codec.libavName());
        if (found == null) {
            throw LibavException.because("this FFmpeg has no encoder named " + codec.libavName());
        }
        context = avcodec_alloc_context3(found);
        memory = EncoderOptions.wantsUpload(codec) ? new GraphicsMemory(format.resolution()) : null;
        configure(globalHeader);
        setRate();
        var options = new AVDictionary(null);
        wishes.options().forEach((name, value) -> av_dict_set(options, name, value, 0));
        var opened = avcodec_open2(context, found, options);
        av_dict_free(options);
        LibavException.check(opened, "The video encoder " + codec.libavName());
        frame = new PictureFrame(canvas, format.resolution(), wishes.pixelFormat());
    }

    VideoCodec codec() {
        return codec;
    }

    PictureFormat format() {
        return format;
    }

    AVCodecContext context() {
        return context;
    }

    /// @param number counted from this encoder's first picture
    void encode(Canvas picture, long number, boolean keyFrame) throws LibavException {
        var drawn = frame.of(picture);
        drawn.pts(number);
        drawn.pict_type(beginsGroup(number, keyFrame) ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        var sent = memory == null ? drawn : memory.upload(drawn);
        LibavException.check(avcodec_send_frame(context, sent), "Encoding a picture");
    }

    /// No more pictures follow.
    void flush() throws LibavException {
        LibavException.check(avcodec_send_frame(context, null), "Ending the video");
    }

    /// Whether `setBitrate` has an effect; otherwise a new encoder has to take over.
    boolean isSteerable() {
        return wishes.steerable();
    }

    void setBitrate(Bitrate next) {
        bitrate = next;
        setRate();
    }

    /// Of so many pictures it gets one from now on.
    void setPace(int every) {
        everyNth = every;
        setRate();
    }

    /// The encoder counts pictures, not seconds: with fewer of them its groups would become too
    /// long.
    private boolean beginsGroup(long number, boolean wanted) {
        var begins =
                wanted || number - lastKeyNumber >= (long) GOP_SECONDS * format.framesPerSecond();
        if (begins) {
            lastKeyNumber = number;
        }
        return begins;
    }

    @Override
    public void close() {
        frame.close();
        avcodec_free_context(context);
        if (memory != null) {
            memory.close();
        }
    }

    /// All three together: x264 takes a new rate on only if its buffer model follows. It believes
    /// that pictures come at the usual rate, so each may take more when fewer do.
    private void setRate() {
        context.bit_rate(everyNth * bitrate.bitsPerSecond());
        context.rc_max_rate(everyNth * bitrate.bitsPerSecond());
        context.rc_buffer_size((int) (bitrate.bitsPerSecond() / BUFFERS_PER_SECOND));
    }

    private void configure(boolean globalHeader) {
        context.width(format.resolution().width());
        context.height(format.resolution().height());
        context.pix_fmt(wishes.pixelFormat());
        context.color_range(AVCOL_RANGE_MPEG);
        context.time_base(av_make_q(1, format.framesPerSecond()));
        context.framerate(av_make_q(format.framesPerSecond(), 1));
        context.gop_size(GOP_SECONDS * format.framesPerSecond());
        context.keyint_min(GOP_SECONDS * format.framesPerSecond());
        context.max_b_frames(0);
        if (memory != null) {
            memory.lendTo(context);
        }
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
    }
}
