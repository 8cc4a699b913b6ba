package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;

/// Brings decoded sound to 48 kHz stereo. Owned by the source's thread.
final class SoundDecoder implements AutoCloseable {

    private final SwrContext resampler = swr_alloc();
    private final AVFrame resampled = av_frame_alloc();

    void play(AVFrame decoded, SoundBuffer into) throws LibavException {
        av_frame_unref(resampled);
        resampled.format(AV_SAMPLE_FMT_FLTP);
        resampled.sample_rate(Beep.SAMPLE_RATE);
        av_channel_layout_default(resampled.ch_layout(), SoundBuffer.CHANNELS);
        LibavException.check(
                swr_convert_frame(resampler, resampled, decoded), "Converting the sound");
        var count = resampled.nb_samples();
        var samples = new float[SoundBuffer.CHANNELS][count];
        for (var channel = 0; channel < SoundBuffer.CHANNELS; channel++) {
            new FloatPointer(resampled.data(channel)).get(samples[channel]);
        }
        into.put(samples, count);
    }

    @Override
    public void close() {
        av_frame_free(resampled);
        swr_free(resampler);
    }
}
