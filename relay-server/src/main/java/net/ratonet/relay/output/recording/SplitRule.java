package net.ratonet.relay.output.recording;

import java.time.Duration;

/// Decides when a recording goes on in another file.
record SplitRule(long maxBytes, Duration maxDuration) {

    /// A file that waits in vain for a key frame is left so far behind its limit.
    private static final int PATIENCE = 2;

    boolean isDue(long bytes, Duration length, boolean atKeyFrame) {
        if (atKeyFrame) {
            return bytes >= maxBytes || length.compareTo(maxDuration) >= 0;
        }
        return bytes / PATIENCE >= maxBytes;
    }
}
