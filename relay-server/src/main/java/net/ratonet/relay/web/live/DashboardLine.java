package net.ratonet.relay.web.live;

import java.util.List;

/// The wire to one dashboard. Neither method waits for the peer.
interface DashboardLine {

    /// Sends the frames in order, then calls back from any thread, also when sending failed.
    void send(List<Frame> frames, Runnable done);

    void ping();

    /// Says good-bye, and cuts the connection when the peer does not take even that.
    void close(int code, String reason);
}
