package net.ratonet.relay.ingest.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.shared.srt.SrtPacket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One peer's packets to the server and back. Owned by the loop's thread.
final class ForwardedSession implements SrtSession {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardedSession.class);
    private static final int BUFFER_BYTES = 2 << 20;
    private static final int LONGEST_PACKET = 2_048;
    private static final int FAIR_SHARE = 32;
    private static final int SHUTDOWN_BYTES = SrtPacket.HEADER + Integer.BYTES;

    private final DatagramChannel channel;
    private final SrtPeer peer;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(LONGEST_PACKET);

    /// As the server calls the session; 0 until the handshake is through.
    private int serverSocket;

    private boolean over;

    private ForwardedSession(DatagramChannel channel, SrtPeer peer) {
        this.channel = channel;
        this.peer = peer;
    }

    static ForwardedSession open(InetSocketAddress server, SrtPeer peer, PacketLoop loop)
            throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
            channel.connect(server);
            var session = new ForwardedSession(channel, peer);
            loop.watch(channel, session::ready);
            return session;
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    @Override
    public void packet(ByteBuffer packet, long nowNanos) {
        var destination = SrtPacket.destination(packet);
        serverSocket = destination == 0 ? serverSocket : destination;
        send(packet);
    }

    @Override
    public void tick(long nowNanos) {
        // The server keeps the time.
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /// Tells the server, which otherwise would wait for seconds.
    @Override
    public void close() {
        if (serverSocket != 0) {
            var shutdown = ByteBuffer.allocate(SHUTDOWN_BYTES);
            SrtPacket.putControl(shutdown, SrtPacket.SHUTDOWN, 0, 0, serverSocket).putInt(0);
            send(shutdown.flip());
        }
        over = true;
        try {
            channel.close();
        } catch (IOException trouble) {
            LOG.debug("closing a forwarded session", trouble);
        }
    }

    private void ready(long nowNanos) {
        try {
            for (var count = 0; count < FAIR_SHARE && channel.read(incoming.clear()) > 0; count++) {
                peer.send(incoming.flip());
            }
        } catch (PortUnreachableException _) {
            over = true;
        } catch (IOException trouble) {
            LOG.debug("a forwarded session ends", trouble);
            over = true;
        }
    }

    /// A server that does not listen ends the session; a full buffer costs this packet.
    private void send(ByteBuffer packet) {
        try {
            if (!over) {
                channel.write(packet);
            }
        } catch (IOException trouble) {
            LOG.debug("a forwarded session ends", trouble);
            over = true;
        }
    }
}
