package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.time.Duration;
import net.ratonet.station.config.StreamTarget;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/// Packs what the encoders produce and sends it to the target. Owned by the encoder's thread.
final class Output implements AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    /// Seven packets of MPEG-TS, the most that fit an ordinary network packet.
    private static final String DATAGRAM_BYTES = "1316";

    /// What `avcodec_receive_packet` returns when it wants another frame first: -EAGAIN, 11 on both
    /// Linux and Windows.
    private static final int WANTS_MORE = -11;

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext connection = new AVIOContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final StreamTarget target;
    private final Patience patience;

    Output(StreamTarget target, Patience patience) throws LibavException {
        this.target = target;
        this.patience = patience;
        LibavException.check(
                avformat_alloc_output_context2(
                        context, null, Container.of(target).muxer(), target.secretUrl()),
                "The container");
    }

    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    AVStream addStream(AVCodecContext encoder) throws LibavException {
        var stream = avformat_new_stream(context, null);
        stream.time_base(encoder.time_base());
        LibavException.check(
                avcodec_parameters_from_context(stream.codecpar(), encoder), "The stream");
        return stream;
    }

    /// Connects and sends what comes before the first picture.
    void open() throws LibavException {
        patience.allow(LONGEST_CONNECT);
        var interrupt = new AVIOInterruptCB().callback(patience);
        var options = connectionOptions();
        LibavException.check(
                avio_open2(connection, target.secretUrl(), AVIO_FLAG_WRITE, interrupt, options),
                "Cannot reach " + target);
        av_dict_free(options);
        context.pb(connection);
        context.flags(context.flags() | AVFMT_FLAG_FLUSH_PACKETS);
        var header = muxerOptions();
        LibavException.check(avformat_write_header(context, header), target + " takes no stream");
        av_dict_free(header);
    }

    /// Sends everything that the encoder has ready.
    void drain(AVCodecContext encoder, AVStream stream) throws LibavException {
        patience.allow(LONGEST_WRITE);
        var received = avcodec_receive_packet(encoder, packet);
        while (received >= 0) {
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            LibavException.check(
                    av_interleaved_write_frame(context, packet), target + " takes no more");
            received = avcodec_receive_packet(encoder, packet);
        }
        if (received != WANTS_MORE && received != AVERROR_EOF) {
            LibavException.check(received, "Encoding");
        }
    }

    long bytesWritten() {
        return connection.bytes_written();
    }

    /// Ends the stream in good order; afterwards only `close` may follow.
    void finish() throws LibavException {
        LibavException.check(av_write_trailer(context), "Ending the stream");
    }

    @Override
    public void close() {
        avio_closep(connection);
        context.pb(null);
        avformat_free_context(context);
        av_packet_free(packet);
    }

    private AVDictionary connectionOptions() {
        var options = new AVDictionary(null);
        switch (target.scheme()) {
            case "srt", "udp" -> av_dict_set(options, "pkt_size", DATAGRAM_BYTES, 0);
            case "rtmp", "rtmps" -> av_dict_set(options, "rtmp_live", "live", 0);
            default -> {}
        }
        return options;
    }

    private AVDictionary muxerOptions() {
        var options = new AVDictionary(null);
        switch (Container.of(target)) {
            case FLV -> av_dict_set(options, "flvflags", "no_duration_filesize", 0);
            case MPEG_TS -> {}
        }
        return options;
    }
}
