package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingFolderTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void namesFilesByTheirTimeAndNeverTwiceTheSame() throws IOException {
        var recordings = new RecordingFolder(folder.resolve("new/one"), 100);

        var first = recordings.next(NOON);
        Files.createFile(first);

        assertThat(first).isEqualTo(folder.resolve("new/one/ratonet-20260101-120000Z.ts"));
        assertThat(recordings.next(NOON).getFileName())
                .hasToString("ratonet-20260101-120000Z_2.ts");
    }

    @Test
    void deletesTheOldestBeyondTheQuota() throws IOException {
        var recordings = new RecordingFolder(folder, 100);
        var oldest = file("ratonet-20260101-110000Z.ts", 40);
        var older = file("ratonet-20260101-113000Z.ts", 40);
        var current = file("ratonet-20260101-120000Z.ts", 50);

        assertThat(recordings.keepWithinQuota(current)).isEqualTo(90);

        assertThat(List.of(older, current)).allMatch(Files::exists);
        assertThat(oldest).doesNotExist();
    }

    @Test
    void touchesNeitherForeignFilesNorTheOneThatIsBeingWritten() throws IOException {
        var recordings = new RecordingFolder(folder, 100);
        var current = file("ratonet-20260101-120000Z.ts", 500);
        var holiday = file("holiday.ts", 500);
        var elsewhere = file("elsewhere", 500);
        var link =
                Files.createSymbolicLink(folder.resolve("ratonet-20250101-120000Z.ts"), elsewhere);

        assertThat(recordings.keepWithinQuota(current)).isEqualTo(500);

        assertThat(List.of(current, holiday, elsewhere, link)).allMatch(Files::exists);
    }

    private Path file(String name, int bytes) throws IOException {
        return Files.write(folder.resolve(name), new byte[bytes]);
    }
}
