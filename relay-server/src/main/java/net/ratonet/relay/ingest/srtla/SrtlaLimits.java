package net.ratonet.relay.ingest.srtla;

import java.time.Duration;

/// How much the receiver takes on, and for how long it remembers what fell silent.
///
/// @param strangersPerAddress groups of one address that have not shown a good key yet; this
///   machine's own address may have as many as it likes
public record SrtlaLimits(
        int groups,
        int linksPerGroup,
        int strangersPerAddress,
        Duration linkSilence,
        Duration groupSilence) {

    /// What other receivers do, with the longer timeouts that cellular links need.
    public static final SrtlaLimits USUAL =
            new SrtlaLimits(200, 16, 8, Duration.ofSeconds(15), Duration.ofSeconds(30));
}
