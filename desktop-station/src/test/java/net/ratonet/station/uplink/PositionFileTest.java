package net.ratonet.station.uplink;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PositionFileTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("data").resolve("positions.jsonl");
    }

    @Test
    void deliversAfterARestartWhatWasNeverConfirmed() {
        var first = new Outbox(100, new PositionFile(file));
        first.add(position(1));
        first.add(position(2));

        var second = new Outbox(100, new PositionFile(file));

        assertThat(sendAll(second)).containsExactly(position(1), position(2));
    }

    @Test
    void forgetsWhatHadArrivedBeforeTheEnd() {
        var first = new Outbox(100, new PositionFile(file));
        first.add(position(1));
        sendAll(first);
        first.confirm(first.mark());
        first.add(position(2));
        first.close();

        var second = new Outbox(100, new PositionFile(file));

        assertThat(sendAll(second)).containsExactly(position(2));
    }

    @Test
    void staysSmallWhileEverythingArrives() throws IOException {
        var outbox = new Outbox(100, new PositionFile(file));

        for (var second = 0; second < 1_000; second++) {
            outbox.add(position(second));
            sendAll(outbox);
            outbox.confirm(outbox.mark());
        }

        assertThat(Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void holdsNoMoreThanTheOutbox() throws IOException {
        var outbox = new Outbox(100, new PositionFile(file));

        for (var second = 0; second < 1_000; second++) {
            outbox.add(position(second));
        }

        assertThat(Files.readAllLines(file)).hasSizeBetween(100, 200);
        assertThat(sendAll(new Outbox(100, new PositionFile(file))))
                .hasSize(100)
                .last()
                .isEqualTo(position(999));
    }

    @Test
    void skipsALineThatACrashCutShort() throws IOException {
        var before = new PositionFile(file);
        before.add(position(1));
        Files.writeString(file, "{\"at\":\"1970-01-01T00:00:02Z\",\"gps\":{\"la", APPEND);

        assertThat(new PositionFile(file).read()).containsExactly(position(1));
    }

    @Test
    void goesOnInMemoryWhenTheFolderCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where a folder should be");
        var outbox = new Outbox(100, new PositionFile(file));

        outbox.add(position(1));

        assertThat(sendAll(outbox)).containsExactly(position(1));
    }

    private static List<Report> sendAll(Outbox outbox) {
        var sent = new ArrayList<Report>();
        for (var report = outbox.next(); report.isPresent(); report = outbox.next()) {
            sent.add(report.get());
        }
        return sent;
    }

    private static Report position(int second) {
        return new Report(
                Instant.ofEpochSecond(second), new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D));
    }
}
