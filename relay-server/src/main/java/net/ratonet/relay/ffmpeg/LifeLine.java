package net.ratonet.relay.ffmpeg;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// Ties a child to the relay, so that it goes even when the relay is killed and can no longer see
/// to it.
sealed interface LifeLine extends Closeable {

    /// The command that runs the given one, tied to this process.
    List<String> tie(List<String> command);

    @Override
    default void close() throws IOException {}

    /// The best that this machine has.
    static LifeLine find() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return new Loose();
        }
        if (Kernel.works()) {
            return new Kernel();
        }
        try {
            return Pipe.create();
        } catch (IOException trouble) {
            LoggerFactory.getLogger(LifeLine.class)
                    .warn("FFmpeg would outlive a relay that is killed: {}", trouble.getMessage());
            return new Loose();
        }
    }

    /// Linux sends the child a signal when the thread that started it ends. The shell then looks
    /// whether the relay died before the kernel knew of the wish.
    record Kernel() implements LifeLine {

        private static final String IF_PARENT_LIVES = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";

        static boolean works() {
            return Commands.succeeds("setpriv", "--pdeathsig", "KILL", "true");
        }

        @Override
        public List<String> tie(List<String> command) {
            var parent = Long.toString(ProcessHandle.current().pid());
            var tied = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "/bin/sh", "-c"));
            tied.addAll(List.of(IF_PARENT_LIVES, parent));
            tied.addAll(command);
            return tied;
        }
    }

    /// Elsewhere a shell waits at a pipe that only the relay holds open for writing.
    record Pipe(Path folder, Path fifo, RandomAccessFile held) implements LifeLine {

        /// A background job would read nothing from descriptor 0, so it gets a copy.
        private static final String WATCH =
                """
                exec 3<&0
                "$@" <&3 3<&- & child=$!
                exec 3<&- 0</dev/null
                trap 'kill -TERM $child' TERM
                (trap - TERM; read -r _ <"$0"; kill -KILL $child) >/dev/null 2>&1 & watch=$!
                while :; do
                  wait $child; code=$?
                  kill -0 $child 2>/dev/null || break
                done
                kill -KILL $watch
                exit $code
                """;

        static Pipe create() throws IOException {
            var folder = Files.createTempDirectory("ratonet-life");
            var fifo = folder.resolve("line");
            if (!Commands.succeeds("mkfifo", "-m", "600", fifo.toString())) {
                throw new IOException("neither setpriv --pdeathsig nor mkfifo works here");
            }
            return new Pipe(folder, fifo, new RandomAccessFile(fifo.toFile(), "rw"));
        }

        @Override
        public List<String> tie(List<String> command) {
            var tied = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, fifo.toString()));
            tied.addAll(command);
            return tied;
        }

        @Override
        public void close() throws IOException {
            held.close();
            Files.deleteIfExists(fifo);
            Files.deleteIfExists(folder);
        }
    }

    /// Where there is none, a child that reads or writes still notices a closed pipe.
    record Loose() implements LifeLine {

        @Override
        public List<String> tie(List<String> command) {
            return command;
        }
    }

    /// Small programs of the system.
    final class Commands {

        private static final long PATIENCE_SECONDS = 5;

        private Commands() {}

        static boolean succeeds(String... command) {
            try {
                var process =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended && process.exitValue() == 0;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
