package net.ratonet.relay.output.slate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.SlatePicture;
import net.ratonet.relay.channel.SlateSettings;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.AnnexB;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;
import net.ratonet.relay.session.ts.H264Sps;
import net.ratonet.relay.session.ts.HevcSps;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsDemuxer;
import net.ratonet.relay.session.ts.TsListener;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlateShelfTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final AssetId ASSET = new AssetId("00000000000000aa");
    private static final AssetId OTHER = new AssetId("00000000000000bb");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    private final Map<AssetId, Path> brought = new HashMap<>();
    private SlateSettings settings = SlateSettings.standard(Language.PORTUGUESE).named("Ana");
    private SlateShelf shelf;

    @BeforeEach
    void starts() {
        shelf =
                new SlateShelf(
                        folder.resolve("clips"),
                        50 << 20,
                        ffmpeg,
                        _ -> settings,
                        asset -> Optional.ofNullable(brought.get(asset)),
                        Ticker.system());
        shelf.start();
    }

    @AfterEach
    void ends() {
        ffmpeg.close();
        shelf.close();
    }

    @Test
    void drawsAMinuteWithAKeyFrameForEachSecond() throws Exception {
        var ready = ready(facts(Codec.H264, 320, 180, 30, Optional.of(aac(48_000, 2))));

        assertThat(ready.tellsSeconds()).isTrue();
        assertThat(ready.problem()).isEmpty();
        var clip = ready.clips().getFirst();
        assertThat(clip.groups()).hasSize(60);
        assertThat(clip.groupAt(37)).isEqualTo(37);
        assertThat(decoded(clip)).isEmpty();
    }

    @Test
    void hasABriefOneSoonThatStandsIn() throws Exception {
        var facts = facts(Codec.HEVC, 640, 360, 30, Optional.of(aac(48_000, 2)));

        var first = Await.value("there is one", MINUTE, () -> anyReady(facts));

        assertThat(first.standIn()).isTrue();
        assertThat(first.tellsSeconds()).isFalse();
        assertThat(first.clips().getFirst().groups()).hasSize(4);
        assertThat(decoded(first.clips().getFirst())).isEmpty();
        assertThat(ready(facts).clips().getFirst().groups()).hasSize(60);
    }

    @Test
    void showsTheStandardOneUntilAFilmIsMade() throws Exception {
        brought.put(ASSET, made("long.mp4", "-f lavfi -i testsrc2=s=640x360:r=10 -t 60"));
        settings = with(new SlatePicture.Clips(List.of(ASSET)));
        var facts = facts(Codec.H264, 640, 360, 30, Optional.of(aac(48_000, 2)));

        var first = Await.value("there is one", MINUTE, () -> anyReady(facts));

        assertThat(first.standIn()).isTrue();
        assertThat(ready(facts).clips().getFirst().groups()).hasSizeGreaterThan(20);
    }

    @Test
    void followsTheFormOfAStreamInOtherCodecs() throws Exception {
        var ready = ready(facts(Codec.HEVC, 180, 320, 25, Optional.empty()));

        assertThat(ready.clips().getFirst().groups()).hasSize(60);
        assertThat(decoded(ready.clips().getFirst())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 1, 1, 1, false",
        "H264, 6, 6, 6, true",
        "H264, 2, 2, 2, false",
        "HEVC, 1, 1, 1, false",
        "HEVC, 9, 18, 9, false",
    })
    void hasTheColoursOfTheStream(
            Codec codec, int primaries, int transfer, int matrix, boolean full) throws Exception {
        var tags = new ColourTags(primaries, transfer, matrix, full);

        var ready = ready(facts(codec, 160, 90, 25, Optional.empty(), tags));

        var clip = ready.clips().getFirst();
        assertThat(decoded(clip)).isEmpty();
        assertThat(colours(codec, clip.read(0))).isEqualTo(tags);
    }

    @Test
    void hasTenBitsWhereTheStreamHas() throws Exception {
        var ready = ready(facts(Codec.HEVC, 160, 90, 25, Optional.empty(), ColourTags.NONE, 2));

        var clip = ready.clips().getFirst();
        assertThat(decoded(clip)).isEmpty();
        var sps = hevc(firstPicture(clip.read(0))).orElseThrow();
        assertThat(sps.profile().number()).isEqualTo(2);
        assertThat(sps.lumaDepth()).isEqualTo(10);
        assertThat(sps.chromaDepth()).isEqualTo(10);
    }

    @Test
    void isReadyAtOnceForASecondStreamOfTheSameForm() {
        var facts = facts(Codec.H264, 160, 90, 15, Optional.of(aac(44_100, 1)));
        ready(facts);

        assertThat(shelf.offer(ANA, facts)).isInstanceOf(SlateOffer.Ready.class);
    }

    @Test
    void showsAPictureThatWasBrought() throws Exception {
        brought.put(ASSET, made("own.png", "-f lavfi -i testsrc2=s=200x300 -frames:v 1"));
        settings = with(new SlatePicture.Image(ASSET));

        var ready = ready(facts(Codec.H264, 320, 180, 30, Optional.of(aac(48_000, 2))));

        assertThat(ready.tellsSeconds()).isFalse();
        assertThat(ready.problem()).isEmpty();
        assertThat(decoded(ready.clips().getFirst())).isEmpty();
    }

    @Test
    void showsFilmsOneAfterTheOtherWithTheirSoundWhereTheyHaveAny() throws Exception {
        brought.put(ASSET, made("mute.mp4", "-f lavfi -i testsrc2=s=100x100:r=10 -t 3"));
        brought.put(
                OTHER,
                made("loud.mp4", "-f lavfi -i testsrc2=s=90x90 -f lavfi -i sine -t 2 -c:a aac"));
        settings =
                new SlateSettings(
                        Language.ENGLISH,
                        "Ana",
                        new SlatePicture.Clips(List.of(ASSET, OTHER)),
                        true);
        var facts = facts(Codec.H264, 160, 90, 25, Optional.of(aac(44_100, 2)));

        Await.until(
                "both are ready",
                Duration.ofSeconds(60),
                () ->
                        shelf.offer(ANA, facts) instanceof SlateOffer.Ready r
                                && r.clips().size() == 2);

        var clips = ((SlateOffer.Ready) shelf.offer(ANA, facts)).clips();
        assertThat(decoded(clips.get(0))).isEmpty();
        assertThat(decoded(clips.get(1))).isEmpty();
    }

    @Test
    void showsItsOwnPictureAndSaysWhyWhenWhatWasBroughtIsNoPicture() throws Exception {
        var playlist = folder.resolve("evil.png");
        Files.writeString(playlist, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        brought.put(ASSET, playlist);
        settings = with(new SlatePicture.Image(ASSET));

        var ready = ready(facts(Codec.H264, 160, 90, 25, Optional.empty()));

        assertThat(ready.tellsSeconds()).isTrue();
        assertThat(ready.problem().orElseThrow()).startsWith("FFmpeg cannot make a slate of it");
    }

    @Test
    void saysThatSomeCodecsHaveNoSlate() {
        var offer = shelf.offer(ANA, facts(Codec.AV1, 160, 90, 25, Optional.empty()));

        assertThat(offer).isInstanceOf(SlateOffer.Impossible.class);
    }

    private SlateSettings with(SlatePicture picture) {
        return new SlateSettings(Language.ENGLISH, "Ana", picture, false);
    }

    private Optional<SlateOffer.Ready> anyReady(FeedFacts facts) {
        return shelf.offer(ANA, facts) instanceof SlateOffer.Ready ready
                ? Optional.of(ready)
                : Optional.empty();
    }

    private SlateOffer.Ready ready(FeedFacts facts) {
        return Await.value(
                "the slate is ready",
                Duration.ofSeconds(60),
                () ->
                        switch (shelf.offer(ANA, facts)) {
                            case SlateOffer.Ready ready ->
                                    Optional.of(ready).filter(offer -> !offer.standIn());
                            case SlateOffer.Preparing _ -> Optional.empty();
                            case SlateOffer.Impossible(var why) -> throw new AssertionError(why);
                        });
    }

    private Path made(String name, String arguments) throws Exception {
        var file = folder.resolve(name);
        var child = ffmpeg.start("made", List.of((arguments + " -y " + file).split(" ")));
        assertThat(child.onExit().join().exitCode()).hasValue(0);
        return file;
    }

    private List<String> decoded(SlateClip clip) throws Exception {
        var arguments =
                "-v warning -xerror -err_detect explode -i %s -f null -".formatted(clip.file());
        var child = ffmpeg.start("judge", List.of(arguments.split(" ")));
        assertThat(child.onExit().join().exitCode()).hasValue(0);
        return child.lastWords();
    }

    private static ColourTags colours(Codec codec, byte[] stream) {
        var first = firstPicture(stream);
        return codec == Codec.HEVC
                ? hevc(first).orElseThrow().colours()
                : h264(first).orElseThrow().colours();
    }

    private static Optional<HevcSps> hevc(byte[] picture) {
        return AnnexB.units(picture, 0, picture.length).stream()
                .flatMap(nal -> HevcSps.parse(picture, nal.offset(), nal.length()).stream())
                .findFirst();
    }

    private static Optional<H264Sps> h264(byte[] picture) {
        return AnnexB.units(picture, 0, picture.length).stream()
                .flatMap(nal -> H264Sps.parse(picture, nal.offset(), nal.length()).stream())
                .findFirst();
    }

    private static byte[] firstPicture(byte[] stream) {
        var pictures = new ArrayList<byte[]>();
        var demuxer =
                new TsDemuxer(
                        new TsListener() {
                            @Override
                            public void tracks(List<Track> now) {}

                            @Override
                            public void unit(AccessUnit unit) {
                                pictures.add(unit.bytes());
                            }
                        });
        demuxer.accept(stream, 0, stream.length);
        demuxer.flush();
        return pictures.getFirst();
    }

    private static AudioFacts aac(int rate, int channels) {
        return new AudioFacts(Codec.AAC, 0x101, rate, channels);
    }

    private static FeedFacts facts(
            Codec codec, int width, int height, double rate, Optional<AudioFacts> audio) {
        return facts(codec, width, height, rate, audio, ColourTags.NONE);
    }

    private static FeedFacts facts(
            Codec codec,
            int width,
            int height,
            double rate,
            Optional<AudioFacts> audio,
            ColourTags colours) {
        return facts(codec, width, height, rate, audio, colours, 0);
    }

    private static FeedFacts facts(
            Codec codec,
            int width,
            int height,
            double rate,
            Optional<AudioFacts> audio,
            ColourTags colours,
            int profile) {
        var video =
                new VideoFacts(
                        codec,
                        0x100,
                        width,
                        height,
                        rate,
                        profile,
                        0,
                        Duration.ofSeconds(1),
                        false,
                        colours);
        return new FeedFacts(Optional.of(video), audio);
    }
}
