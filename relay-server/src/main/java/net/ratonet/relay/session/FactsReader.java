package net.ratonet.relay.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.ratonet.relay.session.ts.AdtsHeader;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsPacket;

/// Reads from a stream what it is made of. Owned by one thread.
final class FactsReader {

    private static final Track NO_TRACK = new Track(-1, 0, Codec.OTHER);

    private static final int OPUS_RATE = 48_000;

    private final UnitHead head = new UnitHead();
    private Track video = NO_TRACK;
    private Track audio = NO_TRACK;
    private Optional<UnitHead.Picture> picture = Optional.empty();
    private AudioFacts sound = new AudioFacts(Codec.OTHER, -1, 0, 0);

    /// Of several tracks of a kind, the first counts.
    void tracks(List<Track> tracks) {
        var nextVideo = first(tracks, track -> track.codec().isVideo());
        if (!nextVideo.equals(video)) {
            video = nextVideo;
            picture = Optional.empty();
            head.end();
        }
        audio = first(tracks, track -> track.codec().isAudio());
        var rate = audio.codec() == Codec.OPUS ? OPUS_RATE : 0;
        sound = new AudioFacts(audio.codec(), audio.pid(), rate, 0);
    }

    Track video() {
        return video;
    }

    Track audio() {
        return audio;
    }

    boolean hasVideo() {
        return video.codec().isVideo();
    }

    boolean hasAudio() {
        return audio.codec().isAudio();
    }

    void pictureBegins(byte[] bytes, int packet, boolean keyFrame) {
        head.end();
        if (keyFrame) {
            keep(head.begin(video.codec(), bytes, packet));
        }
    }

    /// Whether it was looked into: most packets are not.
    boolean pictureGoesOn(byte[] bytes, int packet) {
        if (!head.isOpen()) {
            return false;
        }
        keep(head.goOn(video.codec(), bytes, packet));
        return true;
    }

    void soundBegins(byte[] bytes, int packet) {
        if (audio.codec() == Codec.AAC) {
            var from = TsPacket.pesPayloadOffset(bytes, packet);
            AdtsHeader.parse(bytes, from, packet + TsPacket.LENGTH)
                    .ifPresent(header ->
                            sound =
                                    new AudioFacts(
                                            Codec.AAC,
                                            audio.pid(),
                                            header.sampleRate(),
                                            header.channels()));
        }
    }

    FeedFacts facts(GopWatch gops) {
        return new FeedFacts(
                hasVideo() ? Optional.of(videoFacts(gops)) : Optional.empty(),
                hasAudio() ? Optional.of(sound) : Optional.empty());
    }

    private VideoFacts videoFacts(GopWatch gops) {
        var told = picture.map(UnitHead.Picture::framesPerSecond);
        return new VideoFacts(
                video.codec(),
                video.pid(),
                picture.map(UnitHead.Picture::width).orElse(0),
                picture.map(UnitHead.Picture::height).orElse(0),
                told.isPresent() ? told.get().orElse(gops.framesPerSecond()) : 0,
                picture.map(UnitHead.Picture::profile).orElse(0),
                picture.map(UnitHead.Picture::level).orElse(0),
                gops.longest(),
                gops.isReordered(),
                picture.map(UnitHead.Picture::colours).orElse(ColourTags.NONE));
    }

    private void keep(Optional<UnitHead.Picture> read) {
        if (read.isPresent()) {
            picture = read;
        }
    }

    private static Track first(List<Track> tracks, Predicate<Track> kind) {
        return tracks.stream().filter(kind).findFirst().orElse(NO_TRACK);
    }
}
