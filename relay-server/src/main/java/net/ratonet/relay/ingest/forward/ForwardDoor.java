package net.ratonet.relay.ingest.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.SrtDoor;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every session goes to one SRT server, which sees each peer come from a port of its own.
public final class ForwardDoor implements SrtDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardDoor.class);

    private final InetSocketAddress server;

    public ForwardDoor(InetSocketAddress server) {
        this.server = server;
    }

    @Override
    public SrtSession open(SrtPeer peer, PacketLoop loop) {
        try {
            return ForwardedSession.open(server, peer, loop);
        } catch (IOException trouble) {
            LOG.warn(
                    "A session of {} could not be forwarded: {}",
                    peer.address(),
                    trouble.toString());
            return new DeadSession();
        }
    }
}
