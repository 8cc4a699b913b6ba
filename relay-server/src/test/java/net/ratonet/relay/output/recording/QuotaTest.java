package net.ratonet.relay.output.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.output.recording.QuotaJudge.Stored;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuotaTest {

    private static final StreamerId A = new StreamerId("a");
    private static final StreamerId B = new StreamerId("b");

    @TempDir private Path folder;

    private final QuotaJudge judge = new QuotaJudge(100, 150);

    @Test
    void leavesWhatFits() {
        assertThat(judge.tooMuch(List.of(stored(A, 1, 100, false), stored(B, 1, 50, false))))
                .isEmpty();
    }

    @Test
    void deletesAStreamersOldestFirst() {
        var oldest = stored(A, 1, 40, false);
        var older = stored(A, 2, 40, false);
        var newest = stored(A, 3, 60, false);

        assertThat(judge.tooMuch(List.of(newest, oldest, older))).containsExactly(oldest);
    }

    @Test
    void deletesTheOldestOfAllWhenTheTotalIsFull() {
        var mine = stored(A, 5, 90, false);
        var others = stored(B, 4, 90, false);

        assertThat(judge.tooMuch(List.of(mine, others))).containsExactly(others);
    }

    @Test
    void neverDeletesWhatIsBeingWritten() {
        var growing = stored(A, 1, 120, true);
        var whole = stored(A, 2, 10, false);

        assertThat(judge.tooMuch(List.of(growing, whole))).containsExactly(whole);
    }

    @Test
    void keepsTheDiskWithinTheQuota() throws IOException {
        var config = new RecordingConfig(folder, 40, Duration.ofMinutes(1), 100, 1_000);
        var library = new RecordingLibrary(folder, new OpenNames());
        var keeper = new QuotaKeeper(config, library);
        for (var minute = 10; minute < 15; minute++) {
            var file = folder.resolve("a/2026-05-01/18%d00.ts".formatted(minute));
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[30]);
        }

        keeper.keep();

        assertThat(library.list(A).stream().map(Recording::name))
                .containsExactly(
                        "2026-05-01/181400.ts", "2026-05-01/181300.ts", "2026-05-01/181200.ts");
        assertThat(keeper.reading(A)).isEqualTo(new QuotaReading(90, 100));
        assertThat(keeper.reading(A).isNearlyFull()).isTrue();
        assertThat(keeper.reading(B)).isEqualTo(new QuotaReading(0, 100));
        assertThat(keeper.total()).isEqualTo(new QuotaReading(90, 1_000));
        assertThat(keeper.total().isNearlyFull()).isFalse();
    }

    private static Stored stored(StreamerId streamer, int minute, long bytes, boolean growing) {
        var start = Instant.EPOCH.plusSeconds(60L * minute);
        return new Stored(
                streamer,
                new Recording("file-" + minute, start, Duration.ofMinutes(1), bytes, growing));
    }
}
