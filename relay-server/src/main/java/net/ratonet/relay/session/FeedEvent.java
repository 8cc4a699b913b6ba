package net.ratonet.relay.session;

/// What happens to feeds as a whole. All of one feed come in order, on one thread.
public sealed interface FeedEvent {

    Feed feed();

    /// The first publisher sends a stream that can be read.
    record Began(Feed feed) implements FeedEvent {}

    /// Another publisher's stream goes on in its place; its timestamps are its own.
    record SourceChanged(Feed feed, IngestOrigin origin) implements FeedEvent {}

    /// Nothing has come for a while; the publisher may be there or gone.
    record WentSilent(Feed feed) implements FeedEvent {}

    /// The stream goes on after a silence.
    record Resumed(Feed feed) implements FeedEvent {}

    /// No publisher has been there for long, or somebody has ended it. Its readers have been told,
    /// and the streamer's next stream is another feed.
    ///
    /// @param why in plain words, for a log
    record Ended(Feed feed, String why) implements FeedEvent {}
}
