package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/// Brings decoded pictures to the size that is sent, with black bars where the shape differs. Owned
/// by the source's thread.
final class PictureDecoder implements AutoCloseable {

    private final SwsContext scaler = sws_alloc_context();
    private final AVFrame scaled = av_frame_alloc();

    void draw(AVFrame decoded, Canvas onto) throws LibavException {
        var width =
                even(Math.min(onto.width(), onto.height() * decoded.width() / decoded.height()));
        var height =
                even(Math.min(onto.height(), onto.width() * decoded.height() / decoded.width()));
        av_frame_unref(scaled);
        scaled.format(AV_PIX_FMT_YUV420P);
        scaled.color_range(AVCOL_RANGE_MPEG);
        scaled.width(width);
        scaled.height(height);
        LibavException.check(av_frame_get_buffer(scaled, 0), "Memory for a picture");
        LibavException.check(sws_scale_frame(scaler, scaled, decoded), "Scaling a picture");
        if (width < onto.width() || height < onto.height()) {
            onto.fill(0, 0, onto.width(), onto.height(), Colour.BLACK);
        }
        onto.paste(scaled, even((onto.width() - width) / 2), even((onto.height() - height) / 2));
    }

    private static int even(int value) {
        return Math.max(0, value & ~1);
    }

    @Override
    public void close() {
        av_frame_free(scaled);
        sws_free_context(scaler);
    }
}
