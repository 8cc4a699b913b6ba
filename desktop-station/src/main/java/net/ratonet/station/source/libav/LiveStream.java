package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.OutletReading;
import net.ratonet.station.source.RecordingReading;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Picture and sound on their way to the target, and to a recording: encoded, packed, sent. Owned
/// by the encoder's thread.
final class LiveStream implements AutoCloseable {

    /// What `avcodec_receive_packet` returns when it wants another frame first: -EAGAIN, 11 on both
    /// Linux and Windows.
    private static final int WANTS_MORE = -11;

    private final int framesPerSecond;
    private final Programme programme;
    private final Ticker ticker;
    private final VideoEncoder video;
    private final AudioEncoder audio;
    private final Tracks tracks;
    private final Outlet outlet;
    private final PreviewMaker preview;
    private final Consumer<String> previews;
    private final AVPacket packet = av_packet_alloc();
    private Optional<Recorder> recorder = Optional.empty();
    private boolean keyFrameWanted;

    /// @param previews takes small JPEGs in Base64 while somebody looks
    LiveStream(EncoderJob job, Programme programme, Consumer<String> previews, Ticker ticker)
            throws LibavException {
        this.previews = previews;
        preview = new PreviewMaker(job.picture().resolution(), ticker);
        framesPerSecond = job.picture().framesPerSecond();
        this.programme = programme;
        this.ticker = ticker;
        var globalHeader = Container.of(job.target()).wantsGlobalHeader();
        video = open(job, globalHeader);
        audio = new AudioEncoder(globalHeader);
        tracks = new Tracks(video.context(), audio.context());
        outlet = new Outlet(job.target(), tracks, job.recording().isPresent(), ticker);
    }

    void connect() throws LibavException {
        outlet.connect();
    }

    void send(long number, Instant time, boolean keyFrame) throws LibavException {
        var sample = number * Beep.SAMPLE_RATE / framesPerSecond;
        var key = outlet.takeKeyFrameWish() || keyFrameWanted || keyFrame;
        keyFrameWanted = false;
        var picture = programme.picture(number, time, Beep.soundsAt(sample));
        encode(picture, number, key);
        pass(video.context(), Tracks.VIDEO);
        preview.of(picture).ifPresent(previews);
        while (audio.nextSample() <= sample) {
            audio.encodeNext(programme);
            pass(audio.context(), Tracks.AUDIO);
        }
    }

    /// Sends one of so many pictures, if the encoder can give that one more bits.
    boolean setPace(int every) {
        if (video.isSteerable()) {
            video.setPace(every);
        }
        return video.isSteerable();
    }

    void setBitrate(Bitrate bitrate) {
        video.setBitrate(bitrate);
    }

    /// Begins to record, or ends that; from now on a target that fails does not end the process, or
    /// does again.
    void record(Optional<RecordingPlan> plan, InstantSource clock) {
        outlet.persist(plan.isPresent());
        recorder.ifPresent(Recorder::end);
        recorder = plan.map(to -> new Recorder(to, tracks, clock, ticker));
        recorder.ifPresent(Recorder::start);
        keyFrameWanted = plan.isPresent();
    }

    /// Somebody looks at what is encoded.
    void preview() {
        preview.want();
    }

    OutletReading outlet() {
        return outlet.reading();
    }

    RecordingReading recording() {
        return recorder.map(Recorder::reading).orElse(RecordingReading.OFF);
    }

    long bytesWritten() {
        return outlet.bytesWritten();
    }

    void finish() throws LibavException {
        video.flush();
        pass(video.context(), Tracks.VIDEO);
        audio.flush();
        pass(audio.context(), Tracks.AUDIO);
        recorder.ifPresent(Recorder::end);
        outlet.finish();
    }

    @Override
    public void close() {
        recorder.ifPresent(Recorder::close);
        outlet.close();
        preview.close();
        audio.close();
        video.close();
        av_packet_free(packet);
    }

    private static VideoEncoder open(EncoderJob job, boolean globalHeader) throws LibavException {
        try {
            return new VideoEncoder(
                    job.codec(),
                    job.picture(),
                    job.picture().resolution(),
                    job.bitrate(),
                    globalHeader);
        } catch (LibavException refused) {
            throw refused.blamingCodec();
        }
    }

    private void encode(Canvas picture, long number, boolean keyFrame) throws LibavException {
        try {
            video.encode(picture, number, keyFrame);
        } catch (LibavException refused) {
            throw refused.blamingCodec();
        }
    }

    /// Hands on everything that the encoder has ready.
    private void pass(AVCodecContext encoder, int track) throws LibavException {
        var received = avcodec_receive_packet(encoder, packet);
        while (received >= 0) {
            var keyFrame = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            recorder.ifPresent(copy -> copy.offer(packet, track, keyFrame));
            outlet.write(packet, track, keyFrame);
            av_packet_unref(packet);
            received = avcodec_receive_packet(encoder, packet);
        }
        if (received != WANTS_MORE && received != AVERROR_EOF) {
            LibavException.check(received, "Encoding");
        }
    }
}
