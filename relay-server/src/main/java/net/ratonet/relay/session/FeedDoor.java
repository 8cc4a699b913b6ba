package net.ratonet.relay.session;

/// Lets publishers in, one at a time for each streamer. Any thread may call.
public interface FeedDoor {

    /// A publisher whose predecessor fell silent takes its place; while the other sends, it is
    /// refused.
    Admission admit(PublishRight right, IngestOrigin origin);
}
