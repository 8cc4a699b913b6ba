package net.ratonet.relay.session;

import java.util.Optional;

/// What a stream is made of, as far as it has told.
public record FeedFacts(Optional<VideoFacts> video, Optional<AudioFacts> audio) {

    public static final FeedFacts NONE = new FeedFacts(Optional.empty(), Optional.empty());
}
