package net.ratonet.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ratonet.lab.LabMain;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.Program;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a person starts it: real relay, real station, real encoder, real sink.
@DisabledOnOs(OS.WINDOWS)
final class DemoTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder = Path.of("");

    @Test
    void bringsAPictureToTheSinkAndLeavesNothingBehind() throws Exception {
        try (var demo = Child.start(program(), folder, _ -> {})) {
            var ride =
                    demo.expect(
                            Pattern.compile("(healthy|degraded) \\d+/100 · simulated ride .* fps"),
                            PATIENCE);
            var children = demo.process().descendants().toList();

            demo.process().destroy();

            assertThat(ride).isNotEmpty();
            assertThat(children).hasSizeGreaterThanOrEqualTo(4);
            Await.until("relay, station, encoder and sink have ended", () -> noneAlive(children));
        }
    }

    private static boolean noneAlive(List<ProcessHandle> processes) {
        return processes.stream().noneMatch(ProcessHandle::isAlive);
    }

    private static Program program() {
        var command =
                Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dratonet.root=" + System.getProperty("ratonet.root"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LabMain.class.getName(),
                                "demo")
                        .toList();
        return new Program("demo", command, Map.of());
    }
}
