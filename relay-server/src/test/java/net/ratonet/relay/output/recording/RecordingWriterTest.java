package net.ratonet.relay.output.recording;

import static net.ratonet.relay.output.recording.RecordingWorld.RATO;
import static net.ratonet.relay.output.recording.RecordingWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class RecordingWriterTest {

    @TempDir private Path folder;

    private RecordingWorld world;
    private RecordingWriter writer;

    @BeforeEach
    void begin() {
        world = new RecordingWorld(folder);
        writer = world.writer();
    }

    @Test
    void beginsAtAKeyFrame() throws IOException {
        writer.accept(world.chunk(7, false, 1));
        assertThat(writer.state()).isEqualTo(new RecordingState.Waiting());

        writer.accept(world.chunk(7, true, 1));

        var name = "2026-05-01/183000.ts";
        assertThat(writer.state())
                .isEqualTo(new RecordingState.Writing(name, START, 7 * TsChunk.PACKET));
        assertThat(world.library.list(RATO))
                .singleElement()
                .satisfies(recording -> assertThat(recording.growing()).isTrue());
    }

    @Test
    void writesWithinHalfASecond() throws IOException {
        writer.accept(world.chunk(7, true, 1));
        world.clock.advance(Duration.ofMillis(500));

        writer.tick(world.clock.nowNanos());

        assertThat(world.library.list(RATO).getFirst().bytes()).isEqualTo(7 * TsChunk.PACKET);
    }

    @Test
    void goesOnInAnotherFileAtAKeyFrameOnceOneIsLargeEnough() throws IOException {
        writer.accept(world.chunk(6_000, true, 1));
        writer.accept(world.chunk(7, false, 1));
        world.clock.advance(Duration.ofSeconds(1));

        writer.accept(world.chunk(8, true, 1));
        writer.close();

        assertThat(sizes()).containsExactly(8, 6_007);
        assertThat(writer.state()).isEqualTo(new RecordingState.Off());
    }

    @Test
    void goesOnInAnotherFileAfterItsTime() throws IOException {
        writer.accept(world.chunk(7, true, 1));
        world.clock.advance(Duration.ofMinutes(10));
        writer.accept(world.chunk(8, false, 1));

        writer.accept(world.chunk(9, true, 1));
        writer.close();

        assertThat(sizes()).containsExactly(9, 15);
    }

    @Test
    void leavesAFileThatWaitsInVainForAKeyFrame() throws IOException {
        writer.accept(world.chunk(6_000, true, 1));
        writer.accept(world.chunk(6_000, false, 1));

        writer.accept(world.chunk(7, false, 1));

        assertThat(writer.state()).isEqualTo(new RecordingState.Waiting());
        assertThat(sizes()).containsExactly(12_000);
    }

    @Test
    void putsOtherTimestampsIntoAnotherFile() throws IOException {
        writer.accept(world.chunk(7, true, 1));
        world.clock.advance(Duration.ofSeconds(1));
        writer.accept(world.chunk(8, false, 2));
        writer.accept(world.chunk(9, true, 2));
        writer.close();

        assertThat(sizes()).containsExactly(9, 7);
    }

    @Test
    void numbersFilesOfTheSameSecond() throws IOException {
        for (var i = 0; i < 3; i++) {
            var next = world.writer();
            next.accept(world.chunk(7, true, 1));
            next.close();
        }

        assertThat(world.library.list(RATO).stream().map(Recording::name))
                .containsExactlyInAnyOrder(
                        "2026-05-01/183000.ts", "2026-05-01/183000-2.ts", "2026-05-01/183000-3.ts");
    }

    @Test
    void leavesTheRestOfTheRelayItsRoom() throws IOException {
        writer.accept(world.chunk(7, true, 1));
        world.usable.set(RecordingWriter.RESERVE - 1);
        world.clock.advance(Duration.ofSeconds(1));
        writer.accept(world.chunk(7, false, 1));
        assertThat(writer.state()).isInstanceOf(RecordingState.Stuck.class);

        world.usable.set(RecordingWriter.ROOM_AGAIN);
        world.clock.advance(Duration.ofSeconds(1));
        writer.accept(world.chunk(7, false, 1));
        writer.accept(world.chunk(7, true, 1));

        assertThat(writer.state()).isInstanceOf(RecordingState.Writing.class);
        assertThat(world.library.list(RATO)).hasSize(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stopsOnAFullDiskAndGoesOnWhenThereIsRoom() throws IOException {
        world.fill();
        writer.accept(world.chunk(7, true, 1));
        world.clock.advance(Duration.ofMillis(500));
        writer.accept(world.chunk(7, false, 1));
        assertThat(writer.state())
                .isInstanceOfSatisfying(
                        RecordingState.Stuck.class,
                        stuck -> assertThat(stuck.reason()).contains("No space left"));
        assertThat(world.library.list(RATO)).isEmpty();

        world.empty();
        world.clock.advance(Duration.ofSeconds(1));
        writer.accept(world.chunk(9, true, 1));
        writer.close();

        assertThat(sizes()).containsExactly(9);
    }

    @Test
    void recordsAStreamerWhoseIdMeansSomethingToFileSystems() throws IOException {
        var above = new StreamerId("..");
        var odd =
                new RecordingWriter(above, world.config, world.clock, Disk.real(), world.openNames);

        odd.accept(world.chunk(7, true, 1));
        odd.close();

        assertThat(world.library.list(above)).hasSize(1);
        assertThat(world.library.streamers()).containsExactly(above);
        assertThat(folder.resolve("../2026-05-01")).doesNotExist();
    }

    private List<Integer> sizes() throws IOException {
        return world.library.list(RATO).stream()
                .map(recording -> (int) recording.bytes() / TsChunk.PACKET)
                .toList();
    }
}
