package net.ratonet.relay.control;

/// What became of something that a person asked for.
public sealed interface MediaAnswer {

    record Done() implements MediaAnswer {}

    /// It cannot be done now.
    ///
    /// @param why in plain words
    record Refused(String why) implements MediaAnswer {}

    /// There is no such thing.
    ///
    /// @param what in plain words
    record Unknown(String what) implements MediaAnswer {}

    MediaAnswer DONE = new Done();
}
