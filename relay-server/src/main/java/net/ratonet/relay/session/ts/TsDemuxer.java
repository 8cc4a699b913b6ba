package net.ratonet.relay.session.ts;

/// Finds the access units in a stream of whole MPEG-TS packets. Owned by one thread.
public final class TsDemuxer {

    private final TsListener listener;

    public TsDemuxer(TsListener listener) {
        this.listener = listener;
    }

    /// Whole packets, as they follow each other in the stream.
    ///
    /// @param length a multiple of 188
    public void accept(byte[] packets, int offset, int length) {
        listener.tracks(java.util.List.of());
    }

    /// Nothing follows what came: the last units are whole.
    public void flush() {}
}
