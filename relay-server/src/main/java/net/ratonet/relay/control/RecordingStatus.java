package net.ratonet.relay.control;

/// Whether a stream is being recorded.
///
/// @param problem in plain words; empty when all is well
/// @param bytes of the file that is being written
public record RecordingStatus(boolean running, String problem, long bytes) {}
