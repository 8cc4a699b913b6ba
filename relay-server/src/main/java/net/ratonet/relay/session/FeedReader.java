package net.ratonet.relay.session;

/// One that reads a feed.
///
/// @param lostBytes that it was too slow for
/// @param waitingBytes that it has yet to read
public record FeedReader(String name, long lostBytes, long waitingBytes) {

    static FeedReader of(ChunkQueue queue) {
        return new FeedReader(queue.reader(), queue.lostBytes(), queue.waitingBytes());
    }
}
