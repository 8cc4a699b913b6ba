package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Decodes one stream of a source. Owned by the source's thread.
final class StreamDecoder implements AutoCloseable {

    interface Taker {
        void take(AVFrame frame) throws LibavException;
    }

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();

    StreamDecoder(AVStream stream) throws LibavException {
        var codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw LibavException.because("its format is unknown");
        }
        context = avcodec_alloc_context3(codec);
        LibavException.check(
                avcodec_parameters_to_context(context, stream.codecpar()), "The decoder");
        LibavException.check(avcodec_open2(context, codec, new AVDictionary(null)), "The decoder");
    }

    /// A damaged packet is left out: the next key frame mends the picture.
    void decode(AVPacket packet, Taker taker) throws LibavException {
        if (avcodec_send_packet(context, packet) < 0) {
            return;
        }
        while (avcodec_receive_frame(context, frame) >= 0) {
            taker.take(frame);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
