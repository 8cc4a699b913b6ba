package net.ratonet.relay.session;

/// Hears from a feed under the feed's lock, so it only hands on.
interface FeedNews {

    void happened(FeedEvent event);

    void takenAway(FeedIntake intake, String why);
}
