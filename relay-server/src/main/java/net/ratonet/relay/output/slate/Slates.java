package net.ratonet.relay.output.slate;

import net.ratonet.relay.session.FeedFacts;
import net.ratonet.shared.telemetry.StreamerId;

/// Where a programme gets its slate from.
@FunctionalInterface
public interface Slates {

    /// What can be shown in this stream's place now; what is missing gets made. Any thread may
    /// call, and is answered at once.
    SlateOffer offer(StreamerId streamer, FeedFacts facts);
}
