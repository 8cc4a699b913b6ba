package net.ratonet.station.local;

import tools.jackson.databind.node.ObjectNode;

/// What became of a question to the station on this machine.
public sealed interface LocalAnswer {

    record Given(ObjectNode answer) implements LocalAnswer {}

    /// The station is there and says no.
    record Refused(String why) implements LocalAnswer {}

    /// Nobody to ask, or no right to.
    record Unreachable(String why) implements LocalAnswer {}
}
