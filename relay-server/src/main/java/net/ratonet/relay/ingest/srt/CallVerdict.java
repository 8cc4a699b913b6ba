package net.ratonet.relay.ingest.srt;

import net.ratonet.relay.ingest.srt.wire.Rejection;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.PublishRight;

/// What becomes of a caller.
sealed interface CallVerdict {

    record Publishes(PublishRight right, CallSecurity security) implements CallVerdict {}

    record Plays(PlayRight right, CallSecurity security) implements CallVerdict {}

    /// Is sent away.
    ///
    /// @param why in plain words, without the key
    record Refused(Rejection code, String why) implements CallVerdict {}
}
