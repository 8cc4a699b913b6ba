package net.ratonet.station.bonding;

import org.jspecify.annotations.Nullable;

/// Chooses the link for each packet; null when there is none.
sealed interface Route permits Scheduler, PlainRoute, EachLink {

    /// For new data.
    @Nullable Link forData();

    /// For new data that everything after it depends on: the most dependable link with room, the
    /// others for what is too much for it.
    @Nullable Link forKeyFrame();

    /// For what must not be lost or late: the quickest link that is not full, and not the one that
    /// lost it before.
    ///
    /// @param avoided the link that lost it, or -1
    @Nullable Link forUrgent(int avoided);
}
