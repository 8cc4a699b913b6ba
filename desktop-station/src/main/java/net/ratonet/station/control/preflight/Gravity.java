package net.ratonet.station.control.preflight;

/// How much a finding matters to a live that is to begin.
public enum Gravity {
    /// It cannot work like this.
    BLOCKER,
    /// It may go on, but somebody should know.
    WARNING
}
