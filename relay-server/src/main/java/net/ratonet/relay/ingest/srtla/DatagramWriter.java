package net.ratonet.relay.ingest.srtla;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends to links through the public port. A full buffer or an unreachable link is the network's
/// business: SRT asks again. Owned by the loop's thread.
final class DatagramWriter implements LinkWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DatagramWriter.class);

    private final DatagramChannel channel;

    DatagramWriter(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) {
        var position = packet.position();
        try {
            channel.send(packet, to);
        } catch (IOException unreachable) {
            LOG.trace("sending to a link", unreachable);
        } finally {
            packet.position(position);
        }
    }
}
