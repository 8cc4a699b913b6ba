package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// A source that answers, from its opening to its end. Owned by the source's thread.
final class OpenSource implements AutoCloseable {

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Opening opening;
    private final Patience patience;
    private AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private @Nullable StreamDecoder video;
    private @Nullable StreamDecoder audio;
    private int videoIndex;
    private int audioIndex;

    OpenSource(Opening opening, Patience patience) {
        this.opening = opening;
        this.patience = patience;
    }

    void open(AVIOInterruptCB interrupt) throws LibavException {
        patience.allow(LONGEST_OPENING);
        if (opening.isDevice()) {
            registerDevices();
        }
        LibavException.check(openAsWanted(interrupt), "It does not open");
        LibavException.check(
                avformat_find_stream_info(context, (PointerPointer<?>) null), "It is not readable");
        videoIndex = best(AVMEDIA_TYPE_VIDEO);
        audioIndex = best(AVMEDIA_TYPE_AUDIO);
        if (videoIndex >= 0) {
            video = new StreamDecoder(context.streams(videoIndex));
        }
        if (audioIndex >= 0) {
            audio = new StreamDecoder(context.streams(audioIndex));
        }
    }

    /// A device may refuse a format; then the next one is tried, and its own at last.
    private int openAsWanted(AVIOInterruptCB interrupt) {
        var result = -1;
        for (var wanted : opening.attempts()) {
            // A failed opening frees the context.
            context = avformat_alloc_context();
            context.interrupt_callback(interrupt);
            var options = new AVDictionary(null);
            wanted.forEach((name, value) -> av_dict_set(options, name, value, 0));
            var format = opening.isDevice() ? av_find_input_format(opening.format()) : null;
            result = avformat_open_input(context, opening.secretUrl(), format, options);
            av_dict_free(options);
            if (result >= 0 || patience.isOver()) {
                return result;
            }
        }
        return result;
    }

    /// Waits for the next packet; false at the end of a file.
    boolean read() throws LibavException {
        patience.allow(LONGEST_PAUSE);
        var result = av_read_frame(context, packet);
        if (result == AVERROR_EOF) {
            return false;
        }
        LibavException.check(result, "It has stopped");
        return true;
    }

    /// When the packet is due on the source's own clock; negative if it does not say.
    double seconds() {
        var base = context.streams(packet.stream_index()).time_base();
        var time = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        return time == AV_NOPTS_VALUE ? -1 : (double) time * base.num() / base.den();
    }

    void decode(StreamDecoder.Taker pictures, StreamDecoder.Taker sounds) throws LibavException {
        if (video != null && packet.stream_index() == videoIndex) {
            video.decode(packet, pictures);
        } else if (audio != null && packet.stream_index() == audioIndex) {
            audio.decode(packet, sounds);
        }
        av_packet_unref(packet);
    }

    @Override
    public void close() {
        if (video != null) {
            video.close();
        }
        if (audio != null) {
            audio.close();
        }
        av_packet_free(packet);
        avformat_close_input(context);
    }

    private int best(int kind) {
        return av_find_best_stream(context, kind, -1, -1, (AVCodec) null, 0);
    }

    static void registerDevices() throws LibavException {
        try {
            avdevice.avdevice_register_all();
        } catch (LinkageError missing) {
            throw LibavException.because(
                    "this system lacks libraries for cameras and sound; on Debian install"
                            + " libasound2 libpulse0 libxcb1 libxcb-shm0 libx11-xcb1");
        }
    }
}
