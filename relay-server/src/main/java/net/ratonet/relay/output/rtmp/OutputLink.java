package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.rtmp.RtmpUrl;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsDemuxer;
import net.ratonet.relay.session.ts.TsListener;
import org.jspecify.annotations.Nullable;

/// The way of a stream from its source through one connection. Owned by its output's thread.
final class OutputLink implements AutoCloseable {

    /// Some ten seconds of a stream at 6 Mbit/s.
    private static final long MOST_WAITING = 8_000_000;

    private final OutputTarget target;
    private final OutputGear gear;
    private final RtmpUrl url;
    private final OutputFlow flow;
    private final TrackFinder finder = new TrackFinder();
    private final TsDemuxer looker = new TsDemuxer(finder);
    private final FlvMuxer muxer = new FlvMuxer();
    private final TsDemuxer demuxer = new TsDemuxer(muxer);
    private @Nullable ChunkQueue queue;
    private @Nullable RtmpPublisher publisher;
    private long lostBefore = -1;
    private long origin;

    OutputLink(OutputTarget target, RtmpUrl url, OutputGear gear, OutputFlow flow) {
        this.target = target;
        this.url = url;
        this.gear = gear;
        this.flow = flow;
    }

    /// Hears nothing but which tracks there are.
    private static final class TrackFinder implements TsListener {

        private List<Track> found = List.of();

        @Override
        public void tracks(List<Track> tracks) {
            found = tracks;
        }

        @Override
        public void unit(AccessUnit unit) {
            // Media do not matter before there is a connection.
        }
    }

    /// Before a platform is asked for anything, it must be known what will come.
    void look(ChunkSource source) {
        queue = source.open("rtmp " + target.platform(), MOST_WAITING);
    }

    /// The codec of the pictures, or that of the sound where there are none.
    Optional<Codec> codec(Duration patience) throws InterruptedException {
        next(patience).ifPresent(chunk -> looker.accept(chunk.packets(), 0, chunk.length()));
        var codecs = finder.found.stream().map(Track::codec).toList();
        return codecs.stream()
                .filter(Codec::isVideo)
                .findFirst()
                .or(() -> codecs.stream().filter(Codec::isAudio).findFirst());
    }

    /// A connection that is yet to be made.
    RtmpPublisher dial(Codec codec) throws OutputException {
        refuseUnlessTaken(codec);
        var made = new RtmpPublisher(url, codec == Codec.HEVC, gear.reach(), gear.ticker());
        publisher = made;
        return made;
    }

    /// Makes it, and begins at the newest key frame of then.
    void connect(ChunkSource source) throws OutputException {
        connected().connect();
        if (queue != null) {
            queue.close();
        }
        look(source);
    }

    /// Sends what there is.
    void pass(Duration patience) throws OutputException, InterruptedException {
        var chunk = next(patience);
        if (chunk.isPresent()) {
            var lost = queue == null ? 0 : queue.lostBytes();
            if (lostBefore < 0) {
                lostBefore = lost;
            }
            if (lost > lostBefore + flow.droppedBytes()) {
                gear.counts().droppedBytes.add(lost - lostBefore - flow.droppedBytes());
                flow.dropped(lost - lostBefore);
                demuxer.flush();
                muxer.lost();
            }
            send(chunk.get());
        }
        flow.sent(connected().bytes(), gear.ticker().nowNanos());
    }

    boolean isEnded() {
        return queue == null || queue.isEnded();
    }

    void sayGoodbye() {
        if (publisher != null) {
            publisher.sayGoodbye();
        }
    }

    @Override
    public void close() {
        if (queue != null) {
            queue.close();
        }
        if (publisher != null) {
            gear.counts().bytes.add(publisher.bytes());
            publisher.close();
        }
    }

    private void send(TsChunk chunk) throws OutputException {
        if (chunk.origin() != origin) {
            demuxer.flush();
            origin = chunk.origin();
        }
        demuxer.accept(chunk.packets(), 0, chunk.length());
        var codec = muxer.video();
        if (codec.isPresent()) {
            refuseUnlessTaken(codec.get());
        }
        connected().sendMedia(muxer.take());
        var change = muxer.change();
        if (change.isPresent()) {
            sayGoodbye();
            throw new OutputException(change.get());
        }
    }

    private void refuseUnlessTaken(Codec codec) throws OutputException {
        var isTaken =
                switch (codec) {
                    case H264, AAC -> true;
                    case HEVC -> PlatformLimits.of(target).takesHevc();
                    case AV1, OPUS, MPEG_AUDIO, AC3, OTHER -> false;
                };
        if (!isTaken) {
            throw new OutputException(new OutputTrouble.CodecNotTaken(codec.name()));
        }
    }

    private Optional<TsChunk> next(Duration patience) throws InterruptedException {
        return queue == null ? Optional.empty() : queue.take(patience);
    }

    private RtmpPublisher connected() {
        if (publisher == null) {
            throw new IllegalStateException("not dialled yet");
        }
        return publisher;
    }
}
