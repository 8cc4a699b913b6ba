package net.ratonet.relay.output.programme;

/// What became of a person's wish.
public sealed interface ProgrammeAnswer {

    record Done() implements ProgrammeAnswer {}

    /// It cannot be done now.
    ///
    /// @param why in plain words
    record Refused(String why) implements ProgrammeAnswer {}
}
