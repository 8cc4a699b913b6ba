package net.ratonet.relay.output.recording;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which files are being written. Any thread may call.
final class OpenNames {

    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    void add(Path file) {
        files.add(file);
    }

    void remove(Path file) {
        files.remove(file);
    }

    boolean contains(Path file) {
        return files.contains(file);
    }
}
