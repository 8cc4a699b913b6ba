package net.ratonet.relay.main;

import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what was opened, the last first; one that fails does not keep the others open.
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void all(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception mistake) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), mistake);
            }
        }
    }
}
