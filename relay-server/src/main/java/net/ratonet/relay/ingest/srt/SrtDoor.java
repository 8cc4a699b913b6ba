package net.ratonet.relay.ingest.srt;

import net.ratonet.relay.ingest.loop.PacketLoop;

/// Makes sessions for peers. Called by the loop's thread, to which the session's sockets then
/// belong.
public interface SrtDoor {

    SrtSession open(SrtPeer peer, PacketLoop loop);
}
