package net.ratonet.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A temporary folder that goes with all that is in it.
public record Folders(Path root) implements AutoCloseable {

    public static Folders temporary(String name) throws IOException {
        return new Folders(Files.createTempDirectory(name));
    }

    public Path below(String name) throws IOException {
        return Files.createDirectories(root.resolve(name.replace(' ', '-')));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
