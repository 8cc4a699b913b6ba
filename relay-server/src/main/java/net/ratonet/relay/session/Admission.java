package net.ratonet.relay.session;

/// What became of a request to publish.
public sealed interface Admission {

    /// May publish.
    ///
    /// @param intake takes the stream until it is closed
    record Admitted(Intake intake) implements Admission {}

    /// Another publisher with the same key is sending.
    record Busy(IngestOrigin other) implements Admission {}

    /// The relay carries as many streams as it may.
    record Full() implements Admission {}
}
