package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.AccessUnit;
import net.ratonet.relay.session.ts.AnnexB;
import net.ratonet.relay.session.ts.Track;
import net.ratonet.relay.session.ts.TsDemuxer;
import net.ratonet.relay.session.ts.TsListener;
import net.ratonet.relay.session.ts.TsPacket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HEVC whose key frames are followed by pictures that refer to what came before them.
final class OpenGroupTest {

    private static final FfmpegLauncher FFMPEG = FfmpegLauncher.bundled();
    private static final int SECOND = TsPacket.CLOCK_HZ;
    private static final int CLEAN_RANDOM_ACCESS = 21;
    private static final int BROKEN_LINK = 18;
    private static Recorded field = new Recorded(List.of());
    private static Recorded slate = new Recorded(List.of());

    @TempDir private Path folder;

    private final Splicer splicer = new Splicer();
    private final List<TsChunk> made = new ArrayList<>();
    private long wall = 10 * SECOND;

    @BeforeAll
    static void makesStreams() throws IOException {
        field = hevc(6, "open-gop=1:bframes=3:b-adapt=0:slices=2");
        slate = hevc(3, "open-gop=0:bframes=0");
    }

    @AfterAll
    static void endsAll() {
        FFMPEG.close();
    }

    @Test
    void theEncoderReallyLeavesItsGroupsOpen() {
        made.addAll(field.chunks());

        assertThat(pictureKinds()).contains(CLEAN_RANDOM_ACCESS).containsAnyOf(8, 9);
    }

    @Test
    void keepsSilentUnderTheLastPictureInsteadOfRepeatingAKeyFrameOfAnOpenGroup() throws Exception {
        splice(field, 0, 3);
        splicer.cut();
        for (var second = 0; second < 4; second++) {
            wall += SECOND;
            made.addAll(splicer.still(wall, 0));
        }
        splice(slate, 0, 2);

        assertFaultless();
        var sound = Recorded.decodingTimes(FFMPEG, folder.resolve("spliced.ts"), "a");
        assertThat(sound.getLast() - sound.getFirst()).isGreaterThan(8 * SECOND);
        for (var i = 1; i < sound.size(); i++) {
            assertThat(sound.get(i) - sound.get(i - 1)).isLessThan(SECOND / 5);
        }
    }

    @Test
    void repeatsAKeyFrameOfAClosedGroup() throws Exception {
        splice(slate, 0, 2);
        splicer.cut();
        var before = pictureKinds().size();
        for (var second = 0; second < 4; second++) {
            wall += SECOND;
            made.addAll(splicer.still(wall, 0));
        }
        splice(field, 0, 2);

        assertFaultless();
        assertThat(pictureKinds().subList(before, before + 4)).allMatch(kind -> kind >= 19);
    }

    @Test
    void comesBackInAnOpenGroupWithoutAFault() throws Exception {
        splice(field, 0, 2);
        splice(slate, 0, 2);
        splice(field, 3, 6);

        assertFaultless();
        assertThat(pictureKinds().stream().filter(kind -> kind == BROKEN_LINK)).isNotEmpty();
    }

    @Test
    void leavesOpenGroupsAloneWhereNothingIsMissing() throws Exception {
        splice(field, 0, 6);

        assertFaultless();
        assertThat(pictureKinds()).contains(CLEAN_RANDOM_ACCESS).doesNotContain(BROKEN_LINK);
    }

    private void splice(Recorded stream, int from, int to) {
        splicer.begin(wall);
        for (var chunk : stream.chunks().subList(from, to)) {
            made.addAll(splicer.accept(chunk.packets(), 0, chunk.length(), true, wall, 0));
            wall += SECOND;
        }
        made.addAll(splicer.flush(wall, 0));
    }

    private void assertFaultless() throws IOException {
        var file = folder.resolve("spliced.ts");
        Recorded.write(file, made);
        assertThat(Recorded.faults(FFMPEG, file)).isEmpty();
        assertThat(Recorded.faultsAsFlv(FFMPEG, file)).isEmpty();
    }

    /// Of every slice that was made.
    private List<Integer> pictureKinds() {
        var kinds = new ArrayList<Integer>();
        TsListener listener =
                new TsListener() {
                    @Override
                    public void tracks(List<Track> now) {}

                    @Override
                    public void unit(AccessUnit unit) {
                        if (unit.track().codec().isVideo()) {
                            AnnexB.units(unit.bytes(), 0, unit.bytes().length).stream()
                                    .map(nal -> unit.bytes()[nal.offset()] >> 1 & 0x3f)
                                    .filter(kind -> kind < 32)
                                    .forEach(kinds::add);
                        }
                    }
                };
        var demuxer = new TsDemuxer(listener);
        for (var chunk : made) {
            demuxer.accept(chunk.packets(), 0, chunk.length());
        }
        demuxer.flush();
        return kinds;
    }

    private static Recorded hevc(int seconds, String parameters) throws IOException {
        return Recorded.make(
                FFMPEG,
                ("-f lavfi -i testsrc2=s=320x180:r=30 -f lavfi -i sine=r=48000 -t %d -c:v libx265"
                     + " -preset ultrafast -pix_fmt yuv420p -x265-params"
                     + " log-level=none:keyint=30:min-keyint=30:scenecut=0:%s -c:a aac -ac 2")
                        .formatted(seconds, parameters));
    }
}
