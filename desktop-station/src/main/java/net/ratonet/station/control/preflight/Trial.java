package net.ratonet.station.control.preflight;

/// What came of trying encoder and source for a moment.
public sealed interface Trial {

    /// It encodes, and the source brings a picture.
    record Works() implements Trial {}

    /// The encoder works, the source does not.
    record NoPicture(String source, String why) implements Trial {}

    record NoEncoder(String why) implements Trial {}

    /// The time was over first.
    record Undecided() implements Trial {}
}
