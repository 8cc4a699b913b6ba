package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a relay's storage in the middle of its writes, again and again, with no chance to tidy up.
final class CrashTest {

    private static final int ROUNDS = 13;
    private static final int MOST_LINES = 300;
    private static final int EARLY_ROUNDS = 4;
    private static final int LONGEST_START_MS = 600;

    @TempDir private Path folder;
    private final Random random = new Random(11);
    private final Set<StreamerId> kept = new HashSet<>();
    private final Set<StreamerId> gone = new HashSet<>();

    @Test
    void losesNothingThatWasAcknowledgedWhenItIsKilled() throws Exception {
        var file = folder.resolve("ratonet.db");

        for (var round = 0; round < ROUNDS; round++) {
            killAfterLines(random.nextInt(2, MOST_LINES), file);

            assertThat(TestStore.strings(file, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(idsIn(file)).containsAll(kept).filteredOn(gone::contains).isEmpty();
        }

        assertThat(kept).hasSizeGreaterThan(ROUNDS);
        assertThat(gone).isNotEmpty();
    }

    @Test
    void startsAgainAfterItWasKilledAtItsFirstStart() throws Exception {
        for (var round = 0; round < EARLY_ROUNDS; round++) {
            var file = folder.resolve("early-%d.db".formatted(round));

            killWhileStarting(file);

            assertThat(idsIn(file)).containsAll(kept);
            kept.clear();
        }
    }

    private void killAfterLines(int lines, Path file) throws IOException, InterruptedException {
        var process = start(file);
        try (var output = process.inputReader()) {
            for (var count = 0; count < lines; count++) {
                note(output.readLine());
            }
            kill(process, output);
        }
    }

    /// The wait is the input of the test: some moment while the file, its tables or its key are
    /// being made.
    private void killWhileStarting(Path file) throws IOException, InterruptedException {
        var process = start(file);
        try (var output = process.inputReader()) {
            note(output.readLine());
            process.waitFor(random.nextInt(LONGEST_START_MS), TimeUnit.MILLISECONDS);
            kill(process, output);
        }
    }

    /// Through the handle, because the process itself would close its pipe, with what lies in it.
    private void kill(Process process, BufferedReader output)
            throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        drain(output);
        process.waitFor();
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.statusListenerClass="
                                + "ch.qos.logback.core.status.NopStatusListener",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// What the program said before it died still lies in the pipe.
    private void drain(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            note(line);
        }
    }

    private void note(String line) {
        var words = line.split(" ", 2);
        switch (words[0]) {
            case "kept" -> kept.add(new StreamerId(words[1]));
            case "removing" -> kept.remove(new StreamerId(words[1]));
            case "gone" -> gone.add(new StreamerId(words[1]));
            case "starting" -> {}
            default -> throw new AssertionError("the writer said: " + line);
        }
    }

    private static Set<StreamerId> idsIn(Path file) throws IOException {
        var ids = new HashSet<StreamerId>();
        try (var store = TestStore.open(file)) {
            for (KeptAccount account : store.accounts().load()) {
                ids.add(account.id());
            }
        }
        return ids;
    }
}
