package net.ratonet.station.source.libav;

import java.time.Instant;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderJob;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Picture and sound on their way to the target: encoded, packed, sent. Owned by the encoder's
/// thread.
final class LiveStream implements AutoCloseable {

    private final int framesPerSecond;
    private final Programme programme;
    private final Output output;
    private final VideoEncoder video;
    private final AudioEncoder audio;
    private final AVStream videoStream;
    private final AVStream audioStream;

    LiveStream(EncoderJob job, Programme programme, Patience patience) throws LibavException {
        framesPerSecond = job.picture().framesPerSecond();
        this.programme = programme;
        output = new Output(job.target(), patience);
        video =
                new VideoEncoder(
                        job.codec(),
                        job.picture(),
                        job.picture().resolution(),
                        job.bitrate(),
                        output.wantsGlobalHeader());
        audio = new AudioEncoder(output.wantsGlobalHeader());
        videoStream = output.addStream(video.context());
        audioStream = output.addStream(audio.context());
    }

    void connect() throws LibavException {
        output.open();
    }

    void send(long number, Instant time, boolean keyFrame) throws LibavException {
        var sample = number * Beep.SAMPLE_RATE / framesPerSecond;
        video.encode(programme.picture(number, time, Beep.soundsAt(sample)), number, keyFrame);
        output.drain(video.context(), videoStream);
        while (audio.nextSample() <= sample) {
            audio.encodeNext(programme);
            output.drain(audio.context(), audioStream);
        }
    }

    void setBitrate(Bitrate bitrate) {
        video.setBitrate(bitrate);
    }

    long bytesWritten() {
        return output.bytesWritten();
    }

    void finish() throws LibavException {
        video.flush();
        output.drain(video.context(), videoStream);
        audio.flush();
        output.drain(audio.context(), audioStream);
        output.finish();
    }

    @Override
    public void close() {
        audio.close();
        video.close();
        output.close();
    }
}
