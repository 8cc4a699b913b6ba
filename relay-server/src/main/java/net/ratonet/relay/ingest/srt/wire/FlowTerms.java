package net.ratonet.relay.ingest.srt.wire;

/// How one end wants to send.
///
/// @param sequence number of its first packet
/// @param window how many packets may be on their way
public record FlowTerms(int sequence, int mtu, int window) {}
