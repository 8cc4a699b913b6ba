package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_init;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import net.ratonet.station.config.Resolution;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;
import org.bytedeco.javacpp.BytePointer;

/// Pictures in the memory of a graphics unit, for VA-API, which takes no others. Owned by the
/// encoder's thread.
final class GraphicsMemory implements AutoCloseable {

    private static final int PICTURES = 20;

    private final AVBufferRef device = new AVBufferRef(null);
    private final AVBufferRef frames;
    private final AVFrame uploaded = av_frame_alloc();

    GraphicsMemory(Resolution size) throws LibavException {
        LibavException.check(
                av_hwdevice_ctx_create(
                        device,
                        AV_HWDEVICE_TYPE_VAAPI,
                        (BytePointer) null,
                        new AVDictionary(null),
                        0),
                "No graphics unit with VA-API");
        frames = av_hwframe_ctx_alloc(device);
        var pool = new AVHWFramesContext(frames.data());
        pool.format(AV_PIX_FMT_VAAPI);
        pool.sw_format(AV_PIX_FMT_NV12);
        pool.width(size.width());
        pool.height(size.height());
        pool.initial_pool_size(PICTURES);
        LibavException.check(av_hwframe_ctx_init(frames), "Memory of the graphics unit");
    }

    void lendTo(AVCodecContext encoder) {
        encoder.pix_fmt(AV_PIX_FMT_VAAPI);
        encoder.hw_frames_ctx(av_buffer_ref(frames));
    }

    /// The same picture in the graphics unit; it stays until the next call.
    AVFrame upload(AVFrame picture) throws LibavException {
        av_frame_unref(uploaded);
        LibavException.check(
                av_hwframe_get_buffer(frames, uploaded, 0), "A picture in the graphics unit");
        LibavException.check(av_hwframe_transfer_data(uploaded, picture, 0), "Uploading a picture");
        uploaded.pts(picture.pts());
        uploaded.pict_type(picture.pict_type());
        return uploaded;
    }

    @Override
    public void close() {
        av_frame_free(uploaded);
        av_buffer_unref(frames);
        av_buffer_unref(device);
    }
}
