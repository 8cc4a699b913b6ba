package net.ratonet.relay.session;

import java.util.Optional;

/// Looks keys up before any media is read. Any thread may call; answers at once.
public interface KeyRing {

    /// Whose key it is, if anybody's.
    ///
    /// @param key what stood in a stream id or URL, without the words around it
    Optional<PublishRight> publish(String key);

    Optional<PlayRight> play(String key);
}
