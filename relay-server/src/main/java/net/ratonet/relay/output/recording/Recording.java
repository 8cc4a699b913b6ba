package net.ratonet.relay.output.recording;

import java.time.Duration;
import java.time.Instant;

/// One file of a streamer's.
///
/// @param name unique among the streamer's, such as `2026-05-01/183000.ts`, in UTC
/// @param length from its first byte's coming to its last one's
/// @param growing whether it is being written
public record Recording(String name, Instant start, Duration length, long bytes, boolean growing) {}
