package net.ratonet.relay.output.programme;

import java.time.Duration;

/// What a programme promises.
///
/// @param slateAfter without media the slate is shown
/// @param slateMost of the slate in one go, then the programme ends
/// @param groupBytes how much of the newest group of pictures stays in memory for new readers
public record ProgrammeConfig(Duration slateAfter, Duration slateMost, long groupBytes) {

    public static final ProgrammeConfig DEFAULT =
            new ProgrammeConfig(Duration.ofMillis(1_500), Duration.ofMinutes(30), 8L << 20);

    public ProgrammeConfig {
        if (slateAfter.compareTo(Duration.ofMillis(500)) < 0 || groupBytes < 1) {
            throw new IllegalArgumentException(
                    "the slate waits at least 500 ms, not " + slateAfter.toMillis());
        }
    }
}
