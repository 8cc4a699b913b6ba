package net.ratonet.relay.web.live;

/// What became of an order at one station.
public sealed interface OrderOutcome {

    record Done(String what) implements OrderOutcome {}

    record Refused(String why) implements OrderOutcome {}

    /// No answer in time. The station may have done it all the same.
    record Silent() implements OrderOutcome {}

    /// The connection ended before an answer. The station may have done it all the same.
    record Gone() implements OrderOutcome {}
}
