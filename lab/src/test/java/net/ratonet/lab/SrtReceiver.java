package net.ratonet.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Debian's `srt-live-transmit` as a receiver that writes down what it gets.
record SrtReceiver(Process process, Path received) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/srt-live-transmit");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static SrtReceiver start(int port, Path received) throws IOException {
        var process =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "-q",
                                "srt://127.0.0.1:%d?mode=listener".formatted(port),
                                "file://con")
                        .redirectOutput(received.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new SrtReceiver(process, received);
    }

    long bytes() throws IOException {
        return Files.size(received);
    }

    /// As when its machine fails: it says goodbye to nobody.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
