package net.ratonet.relay.output.rtmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.output.rtmp.Interleaver.Content;
import net.ratonet.relay.rtmp.AacFormat;
import net.ratonet.relay.rtmp.AdtsFrames;
import net.ratonet.relay.rtmp.FlvAudio;
import net.ratonet.relay.rtmp.FlvVideo;
import net.ratonet.relay.rtmp.NalKind;
import net.ratonet.relay.rtmp.Nals;
import net.ratonet.relay.rtmp.ParameterSets;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.BrokenLink;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsListener;
import org.jspecify.annotations.Nullable;

/// Turns access units into the media messages of one connection. They begin at a key frame and at 0
/// ms, and tell anew how to decode whenever that changes, so that a platform follows the seam
/// between stream and slate. For one thread.
final class FlvMuxer implements TsListener {

    private static final int STREAM = 1;

    private final Timeline timeline = new Timeline();
    private final Interleaver interleaver = new Interleaver();
    private final AdtsFrames adts = new AdtsFrames();
    private final List<RtmpMessage> messages = new ArrayList<>();
    private List<Track> tracks = List.of();
    private boolean needsKeyFrame = true;
    private boolean leadInMissing;
    private boolean started;
    private boolean described;
    private @Nullable ParameterSets video;
    private @Nullable AacFormat audio;
    private @Nullable OutputTrouble change;
    private long zero;
    private long lastPictureMs = -1;
    private long lastSoundMs = -1;

    @Override
    public void tracks(List<Track> now) {
        tracks = List.copyOf(now);
        adts.forget();
    }

    @Override
    public void unit(AccessUnit unit) {
        if (change != null) {
            return;
        }
        var at = timeline.place(unit.dts());
        if (chosen(true).filter(unit.track()::equals).isPresent()) {
            picture(unit, at);
        } else if (chosen(false).filter(unit.track()::equals).isPresent()) {
            sound(unit, at);
        }
        interleaver.ready(carries(true) && carries(false)).forEach(this::send);
    }

    /// Something of the stream is missing here.
    void lost() {
        needsKeyFrame = true;
        adts.forget();
    }

    /// What to send now.
    List<RtmpMessage> take() {
        var taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    /// What has changed so much that platforms do not follow on the same connection. Nothing that
    /// comes after it is taken.
    Optional<OutputTrouble> change() {
        return Optional.ofNullable(change);
    }

    /// The codec of the pictures, once the stream has told, carried or not.
    Optional<Codec> video() {
        return tracks.stream().map(Track::codec).filter(Codec::isVideo).findFirst();
    }

    private boolean carries(boolean pictures) {
        return chosen(pictures).isPresent();
    }

    /// The first track of its kind that RTMP carries.
    private Optional<Track> chosen(boolean pictures) {
        return tracks.stream()
                .filter(track ->
                        switch (track.codec()) {
                            case H264, HEVC -> pictures;
                            case AAC -> !pictures;
                            case AV1, OPUS, MPEG_AUDIO, AC3, OTHER -> false;
                        })
                .findFirst();
    }

    private void picture(AccessUnit unit, long at) {
        var codec = unit.track().codec();
        var nals = Nals.ofStartCodes(unit.bytes());
        var sets = ParameterSets.among(codec, nals).orElse(video);
        if (sets == null || (needsKeyFrame && !unit.keyFrame())) {
            return;
        }
        if (video != null && video.codec() != codec) {
            change = new OutputTrouble.FormatChanged(video.codec().name(), codec.name());
            return;
        }
        if (codec == Codec.HEVC && leavesOut(unit, nals)) {
            return;
        }
        needsKeyFrame = false;
        start(at);
        if (video == null || !sets.isSameAs(video)) {
            video = sets;
            interleaver.add(at, true, new Content.Config(true, config(sets)));
        }
        var rest = nals.stream().filter(nal -> isWanted(sets, nal)).toList();
        if (!rest.isEmpty()) {
            var delay = Timeline.step(unit.dts(), unit.pts());
            var content =
                    new Content.Picture(codec, unit.keyFrame(), delay, Nals.withLengths(rest));
            interleaver.add(at, true, content);
        }
    }

    /// Where pictures begin in an open group, those that lead in to its key frame are left out.
    private boolean leavesOut(AccessUnit unit, List<byte[]> nals) {
        if (unit.keyFrame()) {
            leadInMissing = needsKeyFrame;
        }
        if (unit.keyFrame() && leadInMissing) {
            nals.forEach(nal -> nal[0] = BrokenLink.marked(nal[0], false));
        }
        return leadInMissing && nals.stream().anyMatch(nal -> BrokenLink.leadsIn(nal[0]));
    }

    private static byte[] config(ParameterSets sets) {
        return sets.codec() == Codec.HEVC
                ? FlvVideo.hevcConfig(sets.record())
                : FlvVideo.avcConfig(sets.record());
    }

    /// Without what the description has said already.
    private static boolean isWanted(ParameterSets sets, byte[] nal) {
        var kind = NalKind.of(sets.codec(), nal);
        return kind != NalKind.DELIMITER && !(kind.isParameterSet() && sets.contains(nal));
    }

    private void sound(AccessUnit unit, long at) {
        if (!started && carries(true)) {
            return;
        }
        start(at);
        for (var cut : adts.cut(unit.bytes())) {
            if (audio != null && !isLike(audio, cut.format())) {
                change = new OutputTrouble.FormatChanged(words(audio), words(cut.format()));
                return;
            }
            var rate = cut.format().sampleRate();
            var cutAt = at + cut.samplesBefore() * 90_000L / rate;
            if (!cut.format().equals(audio)) {
                audio = cut.format();
                var payload = FlvAudio.aacConfig(cut.format().config());
                interleaver.add(cutAt, false, new Content.Config(false, payload));
            }
            interleaver.add(cutAt, false, new Content.Sound(cut.raw()));
        }
    }

    private static boolean isLike(AacFormat one, AacFormat other) {
        return one.rateIndex() == other.rateIndex() && one.channels() == other.channels();
    }

    private static String words(AacFormat format) {
        return "AAC %d Hz %dch".formatted(format.sampleRate(), format.channels());
    }

    private void start(long at) {
        if (!started) {
            started = true;
            zero = at;
        }
    }

    private void send(Interleaver.Piece piece) {
        if (piece.at() < zero) {
            return;
        }
        if (!described) {
            described = true;
            messages.add(metadata());
        }
        var ms = (piece.at() - zero) / 90;
        switch (piece.content()) {
            case Content.Config(var isVideo, var payload) -> config(isVideo, ms, payload);
            case Content.Picture picture -> picture(picture, piece.at(), ms);
            case Content.Sound(var raw) -> {
                lastSoundMs = Math.max(ms, lastSoundMs + 1);
                add(RtmpMessage.AUDIO, lastSoundMs, FlvAudio.aacFrame(raw));
            }
        }
    }

    private void config(boolean isVideo, long ms, byte[] payload) {
        var at = Math.max(ms, (isVideo ? lastPictureMs : lastSoundMs) + 1);
        add(isVideo ? RtmpMessage.VIDEO : RtmpMessage.AUDIO, at, payload);
    }

    private void picture(Content.Picture picture, long at, long ms) {
        lastPictureMs = Math.max(ms, lastPictureMs + 1);
        var shownMs = (at + picture.delay() - zero) / 90;
        var composition = (int) Math.max(0, shownMs - lastPictureMs);
        var payload =
                picture.codec() == Codec.HEVC
                        ? FlvVideo.hevcFrame(picture.keyFrame(), composition, picture.nals())
                        : FlvVideo.avcFrame(picture.keyFrame(), composition, picture.nals());
        add(RtmpMessage.VIDEO, lastPictureMs, payload);
    }

    private RtmpMessage metadata() {
        return FlvMetadata.message(
                STREAM, Optional.ofNullable(video), Optional.ofNullable(audio), carries(false));
    }

    private void add(int type, long ms, byte[] payload) {
        messages.add(new RtmpMessage(type, STREAM, ms, payload));
    }
}
