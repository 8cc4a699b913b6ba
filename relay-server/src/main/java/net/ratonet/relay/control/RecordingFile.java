package net.ratonet.relay.control;

import java.time.Instant;

/// One recording.
///
/// @param name made by the relay
/// @param running whether it is still being written
public record RecordingFile(String name, Instant beganAt, long bytes, boolean running) {}
