package net.ratonet.relay.output.recording;

import static net.ratonet.relay.output.recording.RecordingWorld.RATO;
import static net.ratonet.relay.output.recording.RecordingWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import net.ratonet.relay.output.recording.RecordingLibrary.Deletion;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingLibraryTest {

    private static final String NAME = "2026-05-01/183000.ts";

    @TempDir private Path folder;

    private RecordingWorld world;

    @BeforeEach
    void begin() throws IOException {
        world = new RecordingWorld(folder.resolve("recordings"));
        put(NAME, "0123456789");
        Files.writeString(folder.resolve("secret.ts"), "secret");
        Files.writeString(world.config.folder().resolve("secret.ts"), "secret");
    }

    @Test
    void listsTheNewestFirst() throws IOException {
        put("2026-04-30/235959.ts", "old");
        put("2026-05-01/183000-2.ts", "same second");
        put("2026-05-01/notes.txt", "no recording");
        Files.createDirectories(world.config.folder().resolve("rato/2026-05-01/190000.ts"));

        var listed = world.library.list(RATO);

        assertThat(listed.stream().map(Recording::name))
                .containsExactly(NAME, "2026-05-01/183000-2.ts", "2026-04-30/235959.ts");
        assertThat(listed.getFirst())
                .isEqualTo(new Recording(NAME, START, Duration.ofSeconds(90), 10, false));
    }

    @Test
    void hasNothingOfAStreamerWhoNeverRecorded() throws IOException {
        assertThat(world.library.list(new StreamerId("nobody"))).isEmpty();
        assertThat(world.library.open(new StreamerId("nobody"), NAME)).isEmpty();
    }

    @Test
    void readsAnyPartOfAFile() throws IOException {
        try (var file = world.library.open(RATO, NAME).orElseThrow()) {
            assertThat(file.bytes()).isEqualTo(10);
            assertThat(file.read(3, 4).readAllBytes()).asString().isEqualTo("3456");
            assertThat(file.read(0, 10).readAllBytes()).asString().isEqualTo("0123456789");
            assertThat(file.read(9, 1).read()).isEqualTo('9');
            assertThat(file.read(10, 0).read()).isEqualTo(-1);
            assertThatIllegalArgumentException().isThrownBy(() -> file.read(5, 6));
            assertThatIllegalArgumentException().isThrownBy(() -> file.read(Long.MAX_VALUE, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../secret.ts",
                "../../secret.ts",
                "2026-05-01/../../../secret.ts",
                "2026-05-01/..%2f..%2fsecret.ts",
                "/etc/passwd",
                "2026-05-01",
                "2026-05-01/",
                "2026-05-01\\183000.ts",
                "2026-05-01/183000.ts/",
                "2026-05-01/183000.ts\n",
                "./2026-05-01/183000.ts",
                "2026-05-01//183000.ts",
                "2026-13-01/183000.ts",
                "2026-05-01/183000-0.ts",
                "2026-05-01/183000.ts\0.txt"
            })
    void opensNothingElse(String name) throws IOException {
        assertThat(world.library.open(RATO, name)).isEmpty();
        assertThat(world.library.delete(RATO, name)).isEqualTo(Deletion.NOT_FOUND);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLink() throws IOException {
        var day = world.config.folder().resolve("rato/2026-05-02");
        Files.createDirectories(day);
        Files.createSymbolicLink(day.resolve("100000.ts"), folder.resolve("secret.ts"));
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("100000.ts"), "secret");
        Files.createSymbolicLink(world.config.folder().resolve("rato/2026-05-03"), elsewhere);

        assertThat(world.library.open(RATO, "2026-05-02/100000.ts")).isEmpty();
        assertThat(world.library.open(RATO, "2026-05-03/100000.ts")).isEmpty();
        assertThat(world.library.list(RATO)).hasSize(1);
    }

    @Test
    void deletesAFileAndTheDayThatItLeavesEmpty() throws IOException {
        assertThat(world.library.delete(RATO, NAME)).isEqualTo(Deletion.DELETED);

        assertThat(world.library.list(RATO)).isEmpty();
        assertThat(world.config.folder().resolve("rato/2026-05-01")).doesNotExist();
    }

    @Test
    void deletesNoFileThatIsBeingWritten() throws IOException {
        var writer = world.writer();
        writer.accept(world.chunk(7, true, 1));
        var growing =
                world.library.list(RATO).stream()
                        .filter(Recording::growing)
                        .findFirst()
                        .orElseThrow();

        assertThat(world.library.delete(RATO, growing.name())).isEqualTo(Deletion.STILL_GROWING);

        writer.close();
        assertThat(world.library.delete(RATO, growing.name())).isEqualTo(Deletion.DELETED);
    }

    private void put(String name, String content) throws IOException {
        var file = world.config.folder().resolve("rato").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(90)));
    }
}
