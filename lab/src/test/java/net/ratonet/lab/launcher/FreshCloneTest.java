package net.ratonet.lab.launcher;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Builds the programs where nothing was built before, as on a new user's machine.
@Tag("linux")
@Timeout(600)
final class FreshCloneTest {

    private static final Set<String> NOT_IN_A_CLONE = Set.of("target", "node_modules", ".git");

    @TempDir private Path machine;

    @Test
    void theLabOfAFreshCloneBuildsAndListsItsBenchmarks() throws Exception {
        var clone = copyOfTheSources();

        var bench = run(clone, "./ratonet", "bench", "--help");

        assertThat(bench.out()).contains("telemetry, bonding, relay");
        assertThat(bench.exit()).as(bench.err()).isZero();
    }

    private Outcome run(Path folder, String... command) throws Exception {
        var out = machine.resolve("out.txt").toFile();
        var err = machine.resolve("err.txt").toFile();
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out)
                        .redirectError(err)
                        .start();
        var exit = process.waitFor();
        return new Outcome(Files.readString(out.toPath()), Files.readString(err.toPath()), exit);
    }

    private Path copyOfTheSources() throws IOException {
        var clone = machine.resolve("clone");
        Files.walkFileTree(SimulatedCheckout.REAL_ROOT, new Copying(clone));
        return clone;
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path target;

        Copying(Path target) {
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (NOT_IN_A_CLONE.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(inClone(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()
                    && !NOT_IN_A_CLONE.contains(file.getFileName().toString())) {
                Files.copy(file, inClone(file), COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path inClone(Path original) {
            return target.resolve(SimulatedCheckout.REAL_ROOT.relativize(original));
        }
    }
}
