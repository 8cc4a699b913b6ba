package net.ratonet.station.awake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script stands in for systemd-inhibit: it writes its own number down and becomes what it was
/// told to start, as the real one waits for it.
@Tag("linux")
final class LinuxWakeLockTest {

    private static final long PATIENCE_S = 20;

    @TempDir private Path folder;

    @Test
    void holdsUntilItIsReleased() throws Exception {
        install(
                """
                #!/bin/sh
                echo "$@" > "$0.words"
                while [ "${1#--}" != "$1" ]; do shift; done
                echo $$ > "$0.pid"
                exec "$@"
                """);
        var lock = LinuxWakeLock.onPath("/nowhere:" + folder);

        assertThat(lock.hold()).isEmpty();
        var holder = holder();
        assertThat(holder.isAlive()).isTrue();
        lock.release();

        holder.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(Files.readString(folder.resolve("systemd-inhibit.words")))
                .contains("--what=idle:sleep", "--mode=block");
    }

    @Test
    void endsWithAProgramThatIsKilled() throws Exception {
        install(
                """
                #!/bin/sh
                while [ "${1#--}" != "$1" ]; do shift; done
                echo $$ > "$0.part"
                mv "$0.part" "$0.pid"
                exec "$@"
                """);
        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        Await.until(
                "the lock to be held", () -> Files.exists(folder.resolve("systemd-inhibit.pid")));
        var holder = holder();

        program.destroyForcibly();

        holder.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(holder.isAlive()).isFalse();
    }

    @Test
    void passesOnWhyItIsRefused() throws Exception {
        install("#!/bin/sh\necho 'Failed to inhibit: Access denied' >&2\nexit 1\n");

        assertThat(LinuxWakeLock.onPath(folder.toString()).hold())
                .contains("Failed to inhibit: Access denied");
        assertThat(LinuxWakeLock.onPath("").hold()).contains("there is no systemd-inhibit");
    }

    @Test
    void followsWhatIsWanted() throws Exception {
        install(
                """
                #!/bin/sh
                while [ "${1#--}" != "$1" ]; do shift; done
                echo $$ > "$0.part"
                mv "$0.part" "$0.pid"
                exec "$@"
                """);
        try (var loop = new AwakeLoop(LinuxWakeLock.onPath(folder.toString()))) {
            loop.start();
            loop.want(true);
            Await.until(
                    "the lock to be held",
                    () -> Files.exists(folder.resolve("systemd-inhibit.pid")));
            var holder = holder();

            loop.want(false);

            holder.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(holder.isAlive()).isFalse();
        }
    }

    private ProcessHandle holder() throws IOException {
        var pid = Files.readString(folder.resolve("systemd-inhibit.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void install(String script) throws IOException {
        var file = Files.writeString(folder.resolve("systemd-inhibit"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /// Holds the lock until it is killed.
    static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            LinuxWakeLock.onPath(args[0]).hold();
            Thread.currentThread().join();
        }
    }
}
