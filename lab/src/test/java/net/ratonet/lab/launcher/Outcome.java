package net.ratonet.lab.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/// What a launcher printed on its two streams, and how it ended.
record Outcome(String out, String err, int exit) {

    static Outcome of(Process process) throws IOException, InterruptedException {
        try (var out = process.getInputStream();
                var err = process.getErrorStream()) {
            return new Outcome(
                    new String(out.readAllBytes(), UTF_8),
                    new String(err.readAllBytes(), UTF_8),
                    process.waitFor());
        }
    }
}
