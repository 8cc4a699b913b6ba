package net.ratonet.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.ratonet.lab.process.BundledFfmpeg;

/// The real FFmpeg's verdict on a recording, every frame decoded and nothing forgiven.
final class Judge {

    private Judge() {}

    /// What it complains about; nothing when all is well.
    static List<String> complaints(Path recording) throws IOException {
        var process =
                new ProcessBuilder(
                                BundledFfmpeg.program(),
                                "-nostdin",
                                "-v",
                                "error",
                                "-xerror",
                                "-err_detect",
                                "explode",
                                "-i",
                                recording.toString(),
                                "-fps_mode",
                                "passthrough",
                                "-f",
                                "null",
                                "-")
                        .redirectErrorStream(true)
                        .start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && said.isEmpty()
                    ? List.of()
                    : List.of("exit code " + process.waitFor(), said);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
