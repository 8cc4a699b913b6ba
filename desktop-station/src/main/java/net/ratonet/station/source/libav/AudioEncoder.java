package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/// Encodes sound as AAC, 48 kHz, stereo, 128 kbit/s. Owned by the encoder's thread.
final class AudioEncoder implements AutoCloseable {

    private static final int CHANNELS = 2;
    private static final long BITS_PER_SECOND = 128_000;

    private final AVCodecContext context;
    private final AVFrame frame;
    private final float[][] samples;
    private long nextSample;

    AudioEncoder(boolean globalHeader) throws LibavException {
        var codec = avcodec_find_encoder_by_name("aac");
        if (codec == null) {
            throw LibavException.because("this FFmpeg has no encoder named aac");
        }
        context = avcodec_alloc_context3(codec);
        configure(globalHeader);
        LibavException.check(
                avcodec_open2(context, codec, new AVDictionary(null)), "The audio encoder");
        frame = allocateFrame();
        samples = new float[CHANNELS][context.frame_size()];
    }

    AVCodecContext context() {
        return context;
    }

    /// How much has been encoded, in samples.
    long nextSample() {
        return nextSample;
    }

    void encodeNext(Programme programme) throws LibavException {
        programme.sound(samples, nextSample);
        LibavException.check(av_frame_make_writable(frame), "Sound");
        for (var channel = 0; channel < CHANNELS; channel++) {
            new FloatPointer(frame.data(channel)).put(samples[channel], 0, samples[channel].length);
        }
        frame.pts(nextSample);
        nextSample += samples[0].length;
        LibavException.check(avcodec_send_frame(context, frame), "Encoding sound");
    }

    /// No more sound follows.
    void flush() throws LibavException {
        LibavException.check(avcodec_send_frame(context, null), "Ending the sound");
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }

    private void configure(boolean globalHeader) {
        context.sample_fmt(AV_SAMPLE_FMT_FLTP);
        context.sample_rate(Beep.SAMPLE_RATE);
        context.bit_rate(BITS_PER_SECOND);
        context.time_base(av_make_q(1, Beep.SAMPLE_RATE));
        av_channel_layout_default(context.ch_layout(), CHANNELS);
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
    }

    private AVFrame allocateFrame() throws LibavException {
        var allocated = av_frame_alloc();
        allocated.format(AV_SAMPLE_FMT_FLTP);
        allocated.sample_rate(Beep.SAMPLE_RATE);
        allocated.nb_samples(context.frame_size());
        av_channel_layout_default(allocated.ch_layout(), CHANNELS);
        LibavException.check(av_frame_get_buffer(allocated, 0), "Memory for sound");
        return allocated;
    }
}
