package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.time.Duration;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.StreamTarget;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/// Packs what the encoders produce and sends it to the target. Owned by one thread at a time.
final class Output implements AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);

    /// Seven packets of MPEG-TS, the most that fit an ordinary network packet.
    private static final String DATAGRAM_BYTES = "1316";

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext connection = new AVIOContext(null);
    private final StreamTarget target;
    private final String url;
    private final Tracks tracks;
    private final Patience patience;
    private boolean begun;

    /// A way to a target that is not open yet.
    Output(StreamTarget target, Tracks tracks, Ticker ticker) throws LibavException {
        this(target, target.secretUrl(), tracks, ticker);
    }

    private Output(StreamTarget target, String url, Tracks tracks, Ticker ticker)
            throws LibavException {
        this.target = target;
        this.url = url;
        this.tracks = tracks;
        patience = new Patience(ticker);
        LibavException.check(
                avformat_alloc_output_context2(context, null, Container.of(target).muxer(), url),
                "The container");
        for (var track = 0; track < Tracks.COUNT; track++) {
            var stream = avformat_new_stream(context, null);
            stream.time_base(tracks.timeBase(track));
            LibavException.check(
                    avcodec_parameters_copy(stream.codecpar(), tracks.parameters(track)),
                    "The stream");
        }
    }

    /// A file of MPEG-TS, by its plain name: libav does not undo what a URL escapes.
    static Output toFile(Path file, Tracks tracks, Ticker ticker) throws LibavException {
        var target = StreamTarget.parse(file.toUri().toString());
        return new Output(target.orElseThrow(), "file:" + file, tracks, ticker);
    }

    /// Connects and sends what comes before the first picture.
    void open() throws LibavException {
        patience.allow(LONGEST_CONNECT);
        var interrupt = new AVIOInterruptCB().callback(patience);
        var options = connectionOptions();
        var opened = avio_open2(connection, url, AVIO_FLAG_WRITE, interrupt, options);
        av_dict_free(options);
        LibavException.check(opened, "Cannot reach " + target);
        context.pb(connection);
        context.flags(context.flags() | AVFMT_FLAG_FLUSH_PACKETS);
        var header = muxerOptions();
        var headed = avformat_write_header(context, header);
        av_dict_free(header);
        LibavException.check(headed, target + " takes no stream");
        begun = true;
    }

    /// Sends one packet, and leaves it empty.
    ///
    /// @param longest how long a slow network may hold it up
    void write(AVPacket packet, int track, Duration longest) throws LibavException {
        patience.allow(longest);
        var stream = context.streams(track);
        packet.stream_index(track);
        av_packet_rescale_ts(packet, tracks.timeBase(track), stream.time_base());
        LibavException.check(
                av_interleaved_write_frame(context, packet), target + " takes no more");
    }

    long bytesWritten() {
        return connection.bytes_written();
    }

    /// Ends a call that waits, from any thread.
    void giveUp() {
        patience.end();
    }

    /// Ends the stream in good order, if it has begun: libav dies of the end of one that has not.
    /// Afterwards only `close` may follow.
    void finish() throws LibavException {
        if (begun) {
            LibavException.check(av_write_trailer(context), "Ending the stream");
        }
    }

    @Override
    public void close() {
        avio_closep(connection);
        context.pb(null);
        avformat_free_context(context);
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
