package net.ratonet.lab.process;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was started one after the other and has to end in reverse, each part whatever becomes of
/// the others. Any thread may call.
public final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    public synchronized <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception mistake) {
                System.err.println("Could not end one part: " + mistake.getMessage());
            }
        }
    }
}
