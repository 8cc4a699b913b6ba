package net.ratonet.relay.ingest.srt.wire;

/// One reading of a stream id.
///
/// @param key as the key ring knows it
public record Wish(Purpose purpose, String key) {

    public enum Purpose {
        PUBLISH,
        PLAY
    }

    @Override
    public String toString() {
        return "Wish[" + purpose + "]";
    }
}
