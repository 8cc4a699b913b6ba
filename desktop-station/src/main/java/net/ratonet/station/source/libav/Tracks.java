package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// What a container has to be told of picture and sound before the first packet. Read by the
/// threads of all outputs; it lives as long as the process.
final class Tracks {

    static final int VIDEO = 0;
    static final int AUDIO = 1;
    static final int COUNT = 2;

    private final AVCodecParameters[] parameters = new AVCodecParameters[COUNT];
    private final AVRational[] timeBases = new AVRational[COUNT];

    /// @param video opened already, as is the other
    Tracks(AVCodecContext video, AVCodecContext audio) throws LibavException {
        take(VIDEO, video);
        take(AUDIO, audio);
    }

    private void take(int track, AVCodecContext encoder) throws LibavException {
        parameters[track] = avcodec_parameters_alloc();
        LibavException.check(
                avcodec_parameters_from_context(parameters[track], encoder), "The stream");
        timeBases[track] = new AVRational();
        timeBases[track].num(encoder.time_base().num()).den(encoder.time_base().den());
    }

    AVCodecParameters parameters(int track) {
        return parameters[track];
    }

    AVRational timeBase(int track) {
        return timeBases[track];
    }
}
