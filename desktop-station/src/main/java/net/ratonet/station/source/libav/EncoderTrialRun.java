package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;

import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderReport;

/// Encodes a few pictures with an encoder, to see whether it works. Owned by the thread that runs
/// it, in a process that may crash.
final class EncoderTrialRun {

    private static final PictureFormat PICTURE = new PictureFormat(new Resolution(1_280, 720), 30);
    private static final Bitrate BITRATE = Bitrate.ofKbps(2_000);

    /// Hardware may hold some back before the first one comes out.
    private static final int PICTURES = 8;

    private EncoderTrialRun() {}

    static EncoderReport.Tried of(String name) {
        var codec = VideoCodec.named(name);
        if (codec.isEmpty()) {
            return new EncoderReport.Tried(Optional.of("no encoder has this name"));
        }
        var errors = new ErrorLog(new SecretWords());
        errors.install();
        try {
            encode(codec.get());
            return new EncoderReport.Tried(Optional.empty());
        } catch (LibavException trouble) {
            var more = errors.last().map(said -> " (" + said + ")").orElse("");
            return new EncoderReport.Tried(Optional.of(trouble.getMessage() + more));
        }
    }

    private static void encode(VideoCodec codec) throws LibavException {
        var size = PICTURE.resolution();
        var packet = av_packet_alloc();
        try (var encoder = new VideoEncoder(codec, PICTURE, size, BITRATE, false)) {
            var canvas = new Canvas(size);
            for (var number = 0; number < PICTURES; number++) {
                encoder.encode(canvas, number, number == 0);
                if (avcodec_receive_packet(encoder.context(), packet) >= 0) {
                    av_packet_unref(packet);
                    return;
                }
            }
            encoder.flush();
            LibavException.check(
                    avcodec_receive_packet(encoder.context(), packet), "Encoding a picture");
        } finally {
            av_packet_free(packet);
        }
    }
}
