package net.ratonet.relay.ingest.srt.wire;

import java.util.List;

/// What a caller asks for.
public sealed interface StreamId {

    /// Names a key.
    ///
    /// @param wishes what it can mean, the likeliest first
    record Asked(List<Wish> wishes) implements StreamId {

        public Asked {
            wishes = List.copyOf(wishes);
        }
    }

    /// Says nothing about a key.
    record Missing() implements StreamId {}

    /// Cannot be understood.
    ///
    /// @param why in plain words, without the id itself
    record Unclear(String why) implements StreamId {}
}
