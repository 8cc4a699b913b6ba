package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.TsPacket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplicerTest {

    private static final FfmpegLauncher FFMPEG = FfmpegLauncher.bundled();
    private static final int SECOND = TsPacket.CLOCK_HZ;

    @TempDir private Path folder;

    private final Splicer splicer = new Splicer();
    private final List<TsChunk> made = new ArrayList<>();
    private long wall = 10 * SECOND;

    @AfterAll
    static void endsAll() {
        FFMPEG.close();
    }

    @Test
    void joinsStreamsOfDifferentEncodersWithoutAFault() throws Exception {
        var field = Recorded.camera(FFMPEG, "320x180", 30, 3, "-b:v 500k -bf 0");
        var slate = Recorded.camera(FFMPEG, "320x180", 30, 3, "-b:v 100k -profile:v main -bf 0");

        splice(field, 0, 2);
        wall += SECOND;
        splice(slate, 0, 3);
        splice(field, 1, 3);

        assertFaultless();
        assertThat(seconds("v")).isCloseTo(8, offset(0.2));
    }

    @Test
    void cutsInsideAPictureWithoutAFault() throws Exception {
        var field = Recorded.camera(FFMPEG, "640x360", 30, 3, "-b:v 2M -bf 0");
        var slate = Recorded.camera(FFMPEG, "640x360", 30, 2, "-b:v 100k -bf 0");

        splice(field, 0, 1);
        half(field.chunks().get(1));
        splice(slate, 0, 1);
        half(slate.chunks().get(1));
        splice(field, 0, 3);

        assertFaultless();
    }

    @Test
    void keepsPicturesInOrderWhereTheyAreReordered() throws Exception {
        var field = Recorded.camera(FFMPEG, "320x180", 25, 4, "-preset veryfast -bf 2");
        var slate = Recorded.camera(FFMPEG, "320x180", 25, 2, "-bf 0");

        splice(field, 0, 2);
        splice(slate, 0, 2);
        splice(field, 2, 4);

        assertFaultless();
    }

    @Test
    void goesOnWhereTheSourcesClockStartsOver() throws Exception {
        // 2^33 ticks are 95,443.7 s.
        var late = Recorded.camera(FFMPEG, "320x180", 30, 5, "-bf 0 -output_ts_offset 95440");

        splice(late, 0, 5);

        assertFaultless();
        assertThat(seconds("v")).isCloseTo(5, offset(0.2));
    }

    @Test
    void goesOnWhereTheProgrammesOwnClockStartsOver() throws Exception {
        var field = Recorded.camera(FFMPEG, "320x180", 30, 3, "-bf 0");
        wall = TsPacket.CLOCK_SPAN - 2 * SECOND;

        splice(field, 0, 3);
        splice(field, 0, 3);

        assertFaultless();
        assertThat(seconds("v")).isCloseTo(6, offset(0.2));
    }

    @Test
    void takesAJumpOfTheClockForANewBeginningAndKeepsSoundWithItsPicture() throws Exception {
        var early = Recorded.camera(FFMPEG, "320x180", 30, 3, "-bf 0");
        var late = Recorded.camera(FFMPEG, "320x180", 30, 3, "-bf 0 -output_ts_offset 500");

        splice(early, 0, 3);
        accept(late, 0, 3);
        accept(early, 0, 3);
        made.addAll(splicer.flush(wall, 0));

        assertFaultless();
        assertThat(seconds("v")).isCloseTo(9, offset(0.3));
        var video = Recorded.decodingTimes(FFMPEG, file(), "v");
        var audio = Recorded.decodingTimes(FFMPEG, file(), "a");
        assertThat(Math.abs(video.getLast() - audio.getLast())).isLessThan(SECOND / 3);
    }

    @Test
    void repeatsTheLastKeyFrameInSilence() throws Exception {
        var field = Recorded.camera(FFMPEG, "320x180", 30, 2, "-bf 0");

        splice(field, 0, 2);
        splicer.cut();
        for (var second = 0; second < 5; second++) {
            wall += SECOND;
            made.addAll(splicer.still(wall, 0));
        }
        splice(field, 0, 2);

        assertFaultless();
        assertThat(seconds("v")).isCloseTo(9, offset(0.3));
        assertNoHole("a", SECOND / 5);
    }

    @Test
    void carriesVideoAlone() throws Exception {
        var silent =
                Recorded.make(
                        FFMPEG,
                        "-f lavfi -i testsrc2=s=320x180:r=30 -t 2 -c:v libx264 -g 30 -bf 0"
                                + " -preset ultrafast -pix_fmt yuv420p");

        splice(silent, 0, 2);
        splice(silent, 0, 2);

        assertThat(Recorded.faults(FFMPEG, file())).isEmpty();
        assertStrict("v");
        assertContinuous();
    }

    @Test
    void beginsAChunkWithEachKeyFrameAndItsTables() throws Exception {
        var field = Recorded.camera(FFMPEG, "320x180", 30, 3, "-bf 0");

        splice(field, 0, 3);

        var beginnings = made.stream().filter(TsChunk::keyFrame).map(TsChunk::packets).toList();
        assertThat(beginnings.size()).isEqualTo(3);
        for (var packets : beginnings) {
            assertThat(TsPacket.pid(packets, 0)).isEqualTo(TsPacket.PAT_PID);
            assertThat(Tables.parse(packets, TsPacket.LENGTH)).isPresent();
            assertThat(TsPacket.pid(packets, 2 * TsPacket.LENGTH)).isEqualTo(Tables.VIDEO_PID);
        }
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(4);
        var bytes = new byte[188 * 50];

        for (var round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            for (var packet = 0; packet < bytes.length; packet += 188) {
                bytes[packet] = 0x47;
                bytes[packet + 1] &= 0x41;
                bytes[packet + 2] &= (byte) (round % 3 == 0 ? 0 : 0xff);
            }
            splicer.accept(bytes, 0, bytes.length, round % 7 == 0, wall, 0);
        }

        assertThat(splicer.flush(wall, 0)).isNotNull();
    }

    private void splice(Recorded stream, int from, int to) {
        splicer.begin(wall);
        accept(stream, from, to);
        made.addAll(splicer.flush(wall, 0));
    }

    private void accept(Recorded stream, int from, int to) {
        for (var chunk : stream.chunks().subList(from, to)) {
            made.addAll(splicer.accept(chunk.packets(), 0, chunk.length(), true, wall, 0));
            wall += SECOND;
        }
    }

    private void half(TsChunk chunk) {
        var length = chunk.length() / 2 / 188 * 188;
        made.addAll(splicer.accept(chunk.packets(), 0, length, true, wall, 0));
        splicer.cut();
        wall += SECOND;
    }

    private void assertFaultless() throws IOException {
        var file = file();
        assertThat(Recorded.faults(FFMPEG, file)).isEmpty();
        assertThat(Recorded.faultsAsFlv(FFMPEG, file)).isEmpty();
        assertStrict("v");
        assertStrict("a");
        assertContinuous();
    }

    private void assertStrict(String track) throws IOException {
        var times = Recorded.decodingTimes(FFMPEG, file(), track);
        assertThat(times).hasSizeGreaterThan(20);
        for (var i = 1; i < times.size(); i++) {
            assertThat(times.get(i)).as("%s packet %d", track, i).isGreaterThan(times.get(i - 1));
        }
    }

    private void assertNoHole(String track, long most) throws IOException {
        var times = Recorded.decodingTimes(FFMPEG, file(), track);
        for (var i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isLessThan(most);
        }
    }

    private void assertContinuous() {
        var last = new HashMap<Integer, Integer>();
        for (var chunk : made) {
            for (var packet = 0; packet < chunk.length(); packet += TsPacket.LENGTH) {
                var pid = TsPacket.pid(chunk.packets(), packet);
                var counter = TsPacket.continuity(chunk.packets(), packet);
                var step = TsPacket.hasPayload(chunk.packets(), packet) ? 1 : 0;
                var before = last.put(pid, counter);
                if (before != null) {
                    assertThat(counter).isEqualTo((before + step) % 16);
                }
            }
        }
    }

    private double seconds(String track) throws IOException {
        var times = Recorded.decodingTimes(FFMPEG, file(), track);
        return (times.getLast() - times.getFirst()) / (double) SECOND;
    }

    private Path file() throws IOException {
        var file = folder.resolve("spliced.ts");
        Recorded.write(file, made);
        return file;
    }
}
