package net.ratonet.relay.web.login;

import net.ratonet.shared.telemetry.StreamerId;

/// For whom a session vouches.
public sealed interface Person {

    record Streamer(StreamerId id) implements Person {}

    record Operator() implements Person {}
}
