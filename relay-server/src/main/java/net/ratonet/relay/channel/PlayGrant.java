package net.ratonet.relay.channel;

import net.ratonet.shared.telemetry.StreamerId;

/// Whose stream the holder of a play token may watch.
public record PlayGrant(StreamerId streamer, PlayToken token) {}
