package net.ratonet.relay.output.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.SampleSource;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingDeskTest {

    private static final StreamerId RATO = new StreamerId("rato");

    @TempDir private Path folder;

    private RecordingDesk desk;

    @BeforeEach
    void open() {
        desk = desk(64 << 20);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void writesAStreamThatFfmpegReadsFromStartToEnd() throws IOException {
        var stream = SampleStream.h264();
        var source = new SampleSource();
        desk.start(RATO, source.feed());

        source.send(stream);
        desk.stop(RATO);

        var recording = only();
        assertThat(recording.bytes()).isEqualTo(stream.length);
        assertThat(recording.growing()).isFalse();
        assertThat(SampleStream.complaints(file(recording))).isEmpty();
        assertThat(SampleStream.packets(file(recording), "v")).hasSize(120);
        assertThat(desk.state(RATO)).isEqualTo(new RecordingState.Off());
        source.close();
    }

    @Test
    void cutsAtKeyFramesSoThatEachFilePlaysAlone() throws IOException {
        desk.close();
        desk = desk(100_000);
        var source = new SampleSource();
        desk.start(RATO, source.feed());

        source.send(SampleStream.h264());
        desk.stop(RATO);

        var recordings = desk.library().list(RATO);
        assertThat(recordings).hasSizeGreaterThan(2);
        var frames = 0;
        for (var recording : recordings) {
            assertThat(SampleStream.complaints(file(recording))).isEmpty();
            assertThat(SampleStream.packets(file(recording), "v").getFirst().keyFrame()).isTrue();
            frames += SampleStream.packets(file(recording), "v").size();
        }
        assertThat(frames).isEqualTo(120);
        source.close();
    }

    @Test
    void endsWithItsStream() throws IOException {
        var fan = new ChunkFan(1 << 20);
        desk.start(RATO, fan);
        Await.until("it waits", () -> desk.state(RATO).equals(new RecordingState.Waiting()));

        fan.end();

        Await.until("it is off", () -> desk.state(RATO).equals(new RecordingState.Off()));
        assertThat(desk.library().list(RATO)).isEmpty();
    }

    @Test
    void goesOnWithAStreamersNextStream() throws IOException {
        var first = new SampleSource();
        var second = new SampleSource();
        desk.start(RATO, first.feed());
        first.send(SampleStream.h264());

        desk.start(RATO, second.feed());
        second.send(SampleStream.hevc());
        desk.stop(RATO);

        assertThat(desk.library().list(RATO).stream().map(Recording::bytes))
                .containsExactlyInAnyOrder(
                        (long) SampleStream.h264().length, (long) SampleStream.hevc().length);
        first.close();
        second.close();
    }

    @Test
    void showsHowMuchOfTheQuotaIsUsed() throws IOException {
        desk.start();
        var source = new SampleSource();
        desk.start(RATO, source.feed());

        source.send(SampleStream.h264());
        desk.stop(RATO);

        Await.until("it is counted", () -> desk.quota(RATO).usedBytes() == only().bytes());
        assertThat(desk.totalQuota().usedBytes()).isEqualTo(only().bytes());
        source.close();
    }

    private RecordingDesk desk(long maxFileBytes) {
        var config =
                new RecordingConfig(
                        folder, maxFileBytes, Duration.ofMinutes(10), 256 << 20, 512 << 20);
        return new RecordingDesk(config, InstantSource.system(), Ticker.system());
    }

    private Recording only() throws IOException {
        var all = desk.library().list(RATO);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Path file(Recording recording) {
        return folder.resolve("rato").resolve(recording.name());
    }
}
