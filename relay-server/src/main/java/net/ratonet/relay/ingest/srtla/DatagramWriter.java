package net.ratonet.relay.ingest.srtla;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Sends to links through the public port. A full buffer or an unreachable link is the network's
/// business: SRT asks again. Owned by the loop's thread.
final class DatagramWriter implements LinkWriter {

    private final DatagramChannel channel;
    private long unsent;

    DatagramWriter(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) {
        var position = packet.position();
        try {
            if (channel.send(packet, to) == 0) {
                unsent++;
            }
        } catch (IOException _) {
            unsent++;
        } finally {
            packet.position(position);
        }
    }

    long unsent() {
        return unsent;
    }
}
