package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.RecordingState;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real packets of libx264 into real files.
final class RecorderTest {

    private static final PictureFormat PICTURE = new PictureFormat(new Resolution(320, 240), 10);
    private static final int GROUP = 20;
    private static final int QUOTA = 4_000_000;

    @TempDir private Path folder;

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private final AVPacket packet = av_packet_alloc();
    private VideoEncoder video;
    private AudioEncoder audio;
    private Tracks tracks;
    private long number;

    @BeforeEach
    void open() throws LibavException {
        video =
                new VideoEncoder(
                        VideoCodec.LIBX264,
                        PICTURE,
                        PICTURE.resolution(),
                        Bitrate.ofKbps(500),
                        false);
        audio = new AudioEncoder(false);
        tracks = new Tracks(video.context(), audio.context());
    }

    @AfterEach
    void close() {
        av_packet_free(packet);
        audio.close();
        video.close();
    }

    @Test
    void beginsANewFileWithTheKeyFrameThatFollowsTheSplit() throws Exception {
        try (var files = files(Duration.ofSeconds(3))) {
            for (var picture = 0; picture < 3 * GROUP; picture++) {
                encode(files);
                ticker.advance(Duration.ofMillis(100));
            }
        }

        var recorded = recorded();
        assertThat(recorded).hasSize(2);
        assertThat(Ffmpeg.videoPackets(recorded.getFirst())).hasSize(2 * GROUP);
        assertThat(Ffmpeg.videoPackets(recorded.getLast())).hasSize(GROUP);
        assertThat(recorded)
                .allSatisfy(file -> {
                    assertThat(Ffmpeg.videoPackets(file).getFirst().keyFrame()).isTrue();
                    assertThat(Ffmpeg.complaints("-i", file.toString(), "-f", "null", "-"))
                            .isEmpty();
                });
    }

    @Test
    void haltsOnAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
        try (var files = files(Duration.ofHours(1))) {
            free.set(1_000);
            encode(files);

            assertThat(recorded()).as("no empty files").isEmpty();
            assertThat(files.reading(0).state()).isEqualTo(RecordingState.HALTED);
            assertThat(files.reading(0).note()).startsWith("the disk is full: 0.0 GB are left");

            free.set(Long.MAX_VALUE);
            for (var picture = 0; picture < 6 * GROUP; picture++) {
                ticker.advance(Duration.ofMillis(100));
                encode(files);
            }

            assertThat(files.reading(0).state()).isEqualTo(RecordingState.ON);
            assertThat(files.reading(0).note()).isEmpty();
        }
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void haltsInTheMiddleOfAFileToo() throws Exception {
        try (var files = files(Duration.ofHours(1))) {
            encode(files);
            free.set(1_000);
            for (var picture = 0; picture < 6; picture++) {
                ticker.advance(Duration.ofSeconds(1));
                encode(files);
            }

            assertThat(files.reading(0).state()).isEqualTo(RecordingState.HALTED);
        }
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void triesAgainWhereAFileCannotBeMade() throws Exception {
        var there = folder.resolve("there");
        var gone = new AtomicBoolean(true);
        var losing =
                new RecordingFolder(
                        there,
                        QUOTA,
                        _ -> {
                            if (gone.get()) {
                                Files.delete(there);
                            }
                            return Long.MAX_VALUE;
                        });
        try (var files =
                new RecordingFiles(plan(Duration.ofHours(1)), losing, tracks, clock(), ticker)) {
            encode(files);

            assertThat(files.reading(0).state()).isEqualTo(RecordingState.HALTED);
            assertThat(files.reading(0).note()).contains("No such file or directory");

            gone.set(false);
            ticker.advance(Duration.ofSeconds(10));
            for (var picture = 0; picture < GROUP; picture++) {
                encode(files);
            }
            assertThat(files.reading(0).state()).isEqualTo(RecordingState.ON);
        }
        assertThat(there).isNotEmptyDirectory();
    }

    @Test
    void saysWhenTheQuotaIsNearlyUsed() throws Exception {
        Files.write(folder.resolve("ratonet-20200101-000000Z.ts"), new byte[3_800_000]);
        try (var files = files(Duration.ofHours(1))) {
            encode(files);

            assertThat(files.reading(0).usedPercent()).isBetween(90.0, 100.0);
            assertThat(files.reading(0).note()).startsWith("recordings take 90 % of the");
        }
    }

    @Test
    void leavesOutWholeGroupsWhenTheDiskIsSlow() throws Exception {
        var recorder = new Recorder(plan(Duration.ofHours(1)), folder(), tracks, clock(), ticker);
        for (var picture = 0; picture < 2_048 + 3 * GROUP; picture++) {
            encodeOne();
            recorder.offer(packet, Tracks.VIDEO, isKey());
            av_packet_unref(packet);
        }

        assertThat(recorder.reading().dropped()).isPositive();
        recorder.start();
        Await.until("it has caught up", () -> recorder.isCaughtUp());
        recorder.close();

        var kept = 0;
        for (var file : recorded()) {
            kept += Ffmpeg.videoPackets(file).size();
        }
        assertThat(kept).isEqualTo(2_048);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatNothingMoreFitsOnTheDisk() throws Exception {
        try (var output = Output.toFile(Path.of("/dev/full"), tracks, Ticker.system())) {
            assertThatThrownBy(
                            () -> {
                                output.open();
                                for (var picture = 0; picture < GROUP; picture++) {
                                    encodeOne();
                                    output.write(packet, Tracks.VIDEO, Duration.ofSeconds(1));
                                }
                                output.finish();
                            })
                    .isInstanceOf(LibavException.class)
                    .hasMessageContaining("No space left on device");
        }
    }

    private void encode(RecordingFiles files) throws LibavException {
        encodeOne();
        files.write(packet, Tracks.VIDEO, isKey());
        av_packet_unref(packet);
    }

    private void encodeOne() throws LibavException {
        video.encode(new Canvas(PICTURE.resolution()), number++, false);
        assertThat(avcodec_receive_packet(video.context(), packet)).isZero();
    }

    private boolean isKey() {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private RecordingFiles files(Duration split) {
        return new RecordingFiles(plan(split), folder(), tracks, clock(), ticker);
    }

    private RecordingPlan plan(Duration split) {
        return new RecordingPlan(folder, QUOTA, QUOTA, split);
    }

    private RecordingFolder folder() {
        return new RecordingFolder(folder, QUOTA, _ -> free.get());
    }

    private static InstantSource clock() {
        return InstantSource.system();
    }

    private List<Path> recorded() throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
