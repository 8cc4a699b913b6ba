package net.ratonet.relay.rtmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsListener;
import org.jspecify.annotations.Nullable;

/// Turns a publisher's media messages into access units as MPEG-TS holds them. It waits for both
/// picture and sound before it says which tracks there are, but not longer than a second. For one
/// thread.
public final class FlvDemuxer {

    private static final int VIDEO_PID = 256;
    private static final int AUDIO_PID = 257;
    private static final long PATIENCE_MS = 1_000;
    private static final int MOST_HELD = 256;
    private static final long MOST_BYTES_HELD = 4_000_000;
    private static final long TIMESTAMP_MASK = (1L << 33) - 1;

    /// Room below the first timestamp, for a clock that runs ahead of the pictures.
    private static final long FIRST_TIMESTAMP = 126_000;

    private static final byte[] AVC_DELIMITER = {0x09, (byte) 0xF0};
    private static final byte[] HEVC_DELIMITER = {0x46, 0x01, 0x50};

    private final TsListener listener;
    private final MessageClock clock = new MessageClock();
    private final List<Unit> held = new ArrayList<>();
    private @Nullable ParameterSets video;
    private @Nullable AacFormat audio;
    private boolean announced;
    private long bytesHeld;

    public FlvDemuxer(TsListener listener) {
        this.listener = listener;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Unit(Codec codec, long ms, int compositionMs, boolean keyFrame, byte[] bytes) {}

    /// What the message holds instead of media that the relay carries, if that is so.
    public Optional<FlvBody> message(RtmpMessage message) {
        var body =
                switch (message.type()) {
                    case RtmpMessage.VIDEO -> FlvVideo.parse(message.payload());
                    case RtmpMessage.AUDIO -> FlvAudio.parse(message.payload());
                    default -> new FlvBody.Nothing();
                };
        return switch (body) {
            case FlvBody.Config(var codec, var record) -> config(codec, record);
            case FlvBody.Frame frame -> frame(frame, clock.unwrap(message.timestamp()));
            case FlvBody.Nothing _ -> Optional.empty();
            case FlvBody.NotTaken _, FlvBody.Malformed _ -> Optional.of(body);
        };
    }

    private Optional<FlvBody> config(Codec codec, byte[] record) {
        if (codec == Codec.AV1) {
            return Optional.of(new FlvBody.NotTaken("video in AV1"));
        }
        return codec.isVideo() ? videoConfig(codec, record) : audioConfig(record);
    }

    private Optional<FlvBody> videoConfig(Codec codec, byte[] record) {
        var sets = ParameterSets.parse(codec, record);
        if (sets.isEmpty()) {
            return broken("a description of the video that cannot be read");
        }
        var isNew = video == null || video.codec() != codec;
        video = sets.get();
        if (isNew) {
            onNewTrack();
        }
        return Optional.empty();
    }

    private Optional<FlvBody> audioConfig(byte[] record) {
        var format = AacFormat.ofConfig(record);
        if (format.isEmpty()) {
            return broken("a description of the audio that cannot be read");
        }
        var isNew = audio == null;
        audio = format.get();
        if (isNew) {
            onNewTrack();
        }
        return Optional.empty();
    }

    private Optional<FlvBody> frame(FlvBody.Frame frame, long ms) {
        if (frame.codec() == Codec.AV1) {
            return Optional.of(new FlvBody.NotTaken("video in AV1"));
        }
        var bytes = frame.codec().isVideo() ? picture(frame) : sound(frame);
        if (bytes.isEmpty()) {
            return broken("a frame that does not fit its description");
        }
        var unit =
                new Unit(frame.codec(), ms, frame.compositionMs(), frame.keyFrame(), bytes.get());
        if (announced) {
            emit(unit);
        } else {
            hold(unit);
        }
        return Optional.empty();
    }

    private Optional<byte[]> picture(FlvBody.Frame frame) {
        var sets = video;
        if (sets == null || sets.codec() != frame.codec()) {
            return Optional.empty();
        }
        return Nals.ofLengths(frame.bytes(), sets.lengthBytes())
                .filter(nals -> !nals.isEmpty())
                .map(nals -> Nals.withStartCodes(complete(sets, nals, frame.keyFrame())));
    }

    private static List<byte[]> complete(ParameterSets sets, List<byte[]> nals, boolean keyFrame) {
        var codec = sets.codec();
        var whole = new ArrayList<byte[]>();
        whole.add(codec == Codec.HEVC ? HEVC_DELIMITER : AVC_DELIMITER);
        var hasSets = nals.stream().anyMatch(nal -> NalKind.of(codec, nal) == NalKind.SPS);
        if (keyFrame && !hasSets) {
            whole.addAll(sets.nals());
        }
        nals.stream()
                .filter(nal -> NalKind.of(codec, nal) != NalKind.DELIMITER)
                .forEach(whole::add);
        return whole;
    }

    private Optional<byte[]> sound(FlvBody.Frame frame) {
        var format = audio;
        return format == null ? Optional.empty() : format.adts(frame.bytes());
    }

    private void onNewTrack() {
        if (announced || (video != null && audio != null)) {
            announce();
        }
    }

    private void hold(Unit unit) {
        held.add(unit);
        bytesHeld += unit.bytes.length;
        var span = unit.ms - held.getFirst().ms;
        if (span > PATIENCE_MS || span < -PATIENCE_MS || isTooMuch()) {
            announce();
        }
    }

    private boolean isTooMuch() {
        return held.size() >= MOST_HELD || bytesHeld >= MOST_BYTES_HELD;
    }

    private void announce() {
        announced = true;
        var tracks = new ArrayList<Track>();
        if (video != null) {
            tracks.add(videoTrack(video.codec()));
        }
        if (audio != null) {
            tracks.add(AUDIO_TRACK);
        }
        listener.tracks(List.copyOf(tracks));
        held.forEach(this::emit);
        held.clear();
    }

    private void emit(Unit unit) {
        var dts = FIRST_TIMESTAMP + 90 * unit.ms;
        var pts = dts + 90L * unit.compositionMs;
        listener.unit(
                new AccessUnit(
                        unit.codec.isVideo() ? videoTrack(unit.codec) : AUDIO_TRACK,
                        pts & TIMESTAMP_MASK,
                        dts & TIMESTAMP_MASK,
                        unit.keyFrame,
                        unit.bytes));
    }

    private static final Track AUDIO_TRACK = new Track(AUDIO_PID, 0x0F, Codec.AAC);

    private static Track videoTrack(Codec codec) {
        return new Track(VIDEO_PID, codec == Codec.HEVC ? 0x24 : 0x1B, codec);
    }

    private static Optional<FlvBody> broken(String reason) {
        return Optional.of(new FlvBody.Malformed(reason));
    }
}
