package net.ratonet.relay.web.http;

import java.util.OptionalLong;

/// What an answer carries: bytes that are there, or a writer that makes them.
public sealed interface AnswerBody permits Payload, AnswerBody.Stream {

    /// Made while it goes out.
    ///
    /// @param length where it is known; otherwise the body goes out in chunks
    record Stream(OptionalLong length, BodyWriter writer) implements AnswerBody {}
}
