package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import net.ratonet.station.config.Resolution;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/// Carries what was drawn into libav's memory, in the size and pixel format that an encoder wants.
/// Owned by the encoder's thread.
final class PictureFrame implements AutoCloseable {

    private final SwsContext scaler = sws_alloc_context();
    private final AVFrame drawn;
    private final AVFrame wanted;
    private final boolean plain;

    /// @param canvas the size that is drawn
    PictureFrame(Resolution canvas, Resolution size, int pixelFormat) throws LibavException {
        this(canvas, size, pixelFormat, AVCOL_RANGE_MPEG);
    }

    /// @param range how bright white is: less than it could be for video, but not for JPEG
    PictureFrame(Resolution canvas, Resolution size, int pixelFormat, int range)
            throws LibavException {
        drawn = allocate(canvas, AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG);
        plain =
                canvas.equals(size)
                        && pixelFormat == AV_PIX_FMT_YUV420P
                        && range == AVCOL_RANGE_MPEG;
        wanted = plain ? drawn : allocate(size, pixelFormat, range);
    }

    /// The picture, which stays until the next call.
    AVFrame of(Canvas picture) throws LibavException {
        LibavException.check(av_frame_make_writable(drawn), "A picture");
        for (var plane = 0; plane < 3; plane++) {
            copyPlane(picture, plane);
        }
        if (!plain) {
            LibavException.check(av_frame_make_writable(wanted), "A picture");
            LibavException.check(sws_scale_frame(scaler, wanted, drawn), "Scaling a picture");
        }
        return wanted;
    }

    @Override
    public void close() {
        if (!plain) {
            av_frame_free(wanted);
        }
        av_frame_free(drawn);
        sws_free_context(scaler);
    }

    private static AVFrame allocate(Resolution size, int pixelFormat, int range)
            throws LibavException {
        var frame = av_frame_alloc();
        frame.format(pixelFormat);
        frame.color_range(range);
        frame.width(size.width());
        frame.height(size.height());
        LibavException.check(av_frame_get_buffer(frame, 0), "Memory for a picture");
        return frame;
    }

    private void copyPlane(Canvas picture, int plane) {
        var width = plane == 0 ? picture.width() : picture.width() / 2;
        var rows = plane == 0 ? picture.height() : picture.height() / 2;
        var stride = drawn.linesize(plane);
        var source = picture.plane(plane);
        var target = new BytePointer(drawn.data(plane));
        for (var row = 0; row < rows; row++) {
            target.position((long) row * stride).put(source, row * width, width);
        }
    }
}
