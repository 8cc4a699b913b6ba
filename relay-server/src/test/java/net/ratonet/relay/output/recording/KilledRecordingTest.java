package net.ratonet.relay.output.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process in the middle of a recording, without a warning.
final class KilledRecordingTest {

    private static final StreamerId RATO = new StreamerId("rato");

    /// A busy machine may take long to start a JVM.
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void whatWasRecordedUntilTheKillCanBePlayed() throws Exception {
        var process = start(Files.write(folder.resolve("sample"), SampleStream.h264()));
        try {
            Await.until("a second is recorded", LIMIT, () -> recording().bytes() > 100_000);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        var file = folder.resolve("recordings/rato").resolve(recording().name());
        assertThat(recording().bytes() % 188).isZero();
        assertThat(SampleStream.packets(file, "v")).hasSizeGreaterThan(20);
        assertThat(SampleStream.packets(file, "v").getFirst().keyFrame()).isTrue();
    }

    private Recording recording() throws IOException {
        return new RecordingLibrary(folder.resolve("recordings"), new OpenNames())
                .list(RATO)
                .getFirst();
    }

    private Process start(Path sample) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RecordingToBeKilled.class.getName(),
                                folder.resolve("recordings").toString(),
                                sample.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
