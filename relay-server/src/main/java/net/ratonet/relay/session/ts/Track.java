package net.ratonet.relay.session.ts;

/// One elementary stream of a programme.
///
/// @param streamType as the PMT names it
public record Track(int pid, int streamType, Codec codec) {}
