package net.ratonet.station.control;

import net.ratonet.station.control.preflight.CheckReport;

/// What became of a request, in words for whoever asked.
public sealed interface ControlAnswer {

    /// Done, or under way.
    record Done(String what) implements ControlAnswer {}

    record Refused(String why) implements ControlAnswer {}

    /// Not live, because of what was found before.
    record Unready(CheckReport report) implements ControlAnswer {}
}
