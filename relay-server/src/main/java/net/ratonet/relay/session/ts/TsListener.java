package net.ratonet.relay.session.ts;

import java.util.List;

/// Hears what a [TsDemuxer] finds, on the thread that feeds it.
public interface TsListener {

    /// The programme has these tracks from now on.
    void tracks(List<Track> tracks);

    void unit(AccessUnit unit);
}
