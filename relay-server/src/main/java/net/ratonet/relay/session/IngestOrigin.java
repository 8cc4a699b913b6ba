package net.ratonet.relay.session;

import java.net.InetSocketAddress;

/// Where a publisher comes from.
///
/// @param slot 0, or the number of the old per-link port it came in on: slots of one streamer carry
///   the same stream, and the first that sends wins
public record IngestOrigin(IngestProtocol protocol, InetSocketAddress address, int slot) {}
