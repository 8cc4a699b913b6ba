package net.ratonet.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("linux")
final class ShellScriptsTest {

    private static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");

    @Test
    void shellcheckFindsNothingToSay() throws Exception {
        assumeThat(Files.isExecutable(SHELLCHECK)).isTrue();

        var check =
                new ProcessBuilder(SHELLCHECK.toString(), "ratonet", ".ci/run")
                        .directory(SimulatedCheckout.REAL_ROOT.toFile())
                        .start();

        var outcome = Outcome.of(check);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }
}
