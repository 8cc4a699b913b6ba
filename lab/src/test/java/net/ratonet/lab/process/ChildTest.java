package net.ratonet.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder = Path.of("");

    @Test
    void findsALineThatWasSaidBeforeAnybodyAsked() throws IOException {
        try (var child = start("echo port 4711; echo end; exec sleep 60")) {
            child.expect(Pattern.compile("(end)"), PATIENCE);

            assertThat(child.expect(Pattern.compile("port (\\d+)"), PATIENCE)).isEqualTo("4711");
        }
    }

    @Test
    void saysWhatAProgramSaidThatEndedTooSoon() throws IOException {
        try (var child = start("echo the disk is full; exit 3")) {
            assertThatThrownBy(() -> child.expect(Pattern.compile("(ready)"), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the disk is full");
        }
    }

    @Test
    void waitsNoLongerThanItIsTold() throws IOException {
        try (var child = start("exec sleep 60")) {
            assertThatThrownBy(
                            () -> child.expect(Pattern.compile("(ready)"), Duration.ofMillis(50)))
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void endsTheProcessWhenClosed() throws IOException {
        var child = start("echo up; exec sleep 60");
        child.expect(Pattern.compile("(up)"), PATIENCE);

        child.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void handsSecretsOverInTheEnvironment() throws IOException {
        var program = shell("echo got $SECRET").with("SECRET", "hunter2");

        try (var child = Child.start(program, folder, _ -> {})) {
            assertThat(child.expect(Pattern.compile("got (\\S+)"), PATIENCE)).isEqualTo("hunter2");
            assertThat(program.toString()).doesNotContain("hunter2");
        }
    }

    private Child start(String script) throws IOException {
        return Child.start(shell(script), folder, _ -> {});
    }

    private static Program shell(String script) {
        return new Program("shell", List.of("sh", "-c", script), Map.of());
    }
}
