package net.ratonet.station.control;

/// What became of a request, in words for whoever asked.
public sealed interface ControlAnswer {

    /// Done, or under way.
    record Done(String what) implements ControlAnswer {}

    record Refused(String why) implements ControlAnswer {}
}
