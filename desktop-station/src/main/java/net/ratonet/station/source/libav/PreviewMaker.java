package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.Resolution;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/// Makes five small JPEGs a second for as long as somebody looks; until then it costs nothing.
/// Owned by the encoder's thread.
final class PreviewMaker implements AutoCloseable {

    static final int WIDTH = 320;

    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long INTEREST_NANOS = Duration.ofSeconds(3).toNanos();

    private final Resolution canvas;
    private final Resolution size;
    private final Ticker ticker;
    private final AVPacket packet = av_packet_alloc();
    private @Nullable AVCodecContext encoder;
    private @Nullable PictureFrame frame;
    private long wantedUntilNanos;
    private long lastNanos;

    /// @param canvas the size of the pictures that come
    PreviewMaker(Resolution canvas, Ticker ticker) {
        this.canvas = canvas;
        this.ticker = ticker;
        var height = WIDTH * canvas.height() / canvas.width();
        size = new Resolution(WIDTH, Math.max(64, height & ~1));
        wantedUntilNanos = ticker.nowNanos();
        lastNanos = ticker.nowNanos() - PAUSE_NANOS;
    }

    /// Somebody looks.
    void want() {
        wantedUntilNanos = ticker.nowNanos() + INTEREST_NANOS;
    }

    /// The picture as a JPEG in Base64, if one is wanted and due.
    Optional<String> of(Canvas picture) throws LibavException {
        var now = ticker.nowNanos();
        if (now - wantedUntilNanos >= 0 || now - lastNanos < PAUSE_NANOS) {
            return Optional.empty();
        }
        lastNanos = now;
        return Optional.of(encode(picture));
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (frame != null) {
            frame.close();
        }
        if (encoder != null) {
            avcodec_free_context(encoder);
        }
    }

    private String encode(Canvas picture) throws LibavException {
        if (encoder == null || frame == null) {
            encoder = open();
            frame = new PictureFrame(canvas, size, AV_PIX_FMT_YUV420P, AVCOL_RANGE_JPEG);
        }
        LibavException.check(avcodec_send_frame(encoder, frame.of(picture)), "The preview");
        LibavException.check(avcodec_receive_packet(encoder, packet), "The preview");
        var jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        av_packet_unref(packet);
        return Base64.getEncoder().encodeToString(jpeg);
    }

    private AVCodecContext open() throws LibavException {
        var codec = avcodec_find_encoder_by_name("mjpeg");
        if (codec == null) {
            throw LibavException.because("this FFmpeg has no encoder named mjpeg");
        }
        var context = avcodec_alloc_context3(codec);
        context.width(size.width());
        context.height(size.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_JPEG);
        context.time_base(av_make_q(1, 5));
        LibavException.check(avcodec_open2(context, codec, new AVDictionary(null)), "The preview");
        return context;
    }
}
