package net.ratonet.relay.ingest.forward;

import java.nio.ByteBuffer;
import net.ratonet.relay.ingest.srt.SrtSession;

/// Over before it began: the system had no socket for it.
final class DeadSession implements SrtSession {

    @Override
    public void packet(ByteBuffer packet, long nowNanos) {
        // There is nowhere to send it.
    }

    @Override
    public void tick(long nowNanos) {
        // Nothing is under way.
    }

    @Override
    public boolean isOver() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
