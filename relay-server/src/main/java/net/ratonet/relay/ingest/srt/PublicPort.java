package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.ratonet.relay.ingest.loop.LoopSocket;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeCodec;
import net.ratonet.relay.ingest.srt.wire.SynCookies;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// A UDP port on which anybody may call. Of an address nothing is remembered before it has sent a
/// valid cookie back. Owned by the loop's thread.
final class PublicPort implements LoopSocket {

    private static final int BUFFER = 4 << 20;
    private static final int FAIR_SHARE = 64;

    private final DatagramChannel channel;
    private final int slot;
    private final SrtDesk desk;
    private final PacketLoop loop;
    private final SynCookies cookies;
    private final Map<InetSocketAddress, PeerSession> sessions = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2_048);
    private long strangers;

    private PublicPort(
            DatagramChannel channel,
            int slot,
            SrtDesk desk,
            PacketLoop loop,
            RandomGenerator random) {
        this.channel = channel;
        this.slot = slot;
        this.desk = desk;
        this.loop = loop;
        this.cookies = new SynCookies(random);
    }

    /// Opens the port on all addresses of the machine.
    static PublicPort open(
            int port, int slot, SrtDesk desk, PacketLoop loop, RandomGenerator random)
            throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            channel.bind(new InetSocketAddress(port));
            var opened = new PublicPort(channel, slot, desk, loop, random);
            loop.watch(channel, opened);
            return opened;
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    int number() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void ready(long nowNanos) {
        for (var i = 0; i < FAIR_SHARE; i++) {
            var from = receive();
            if (from == null) {
                return;
            }
            packet(from, nowNanos);
        }
    }

    int sessions() {
        return sessions.size();
    }

    void tick(long nowNanos) {
        sessions.values().forEach(session -> session.tick(nowNanos));
        sessions.values().removeIf(PeerSession::isOver);
    }

    void closeSessions() {
        sessions.values().forEach(PeerSession::close);
        sessions.clear();
    }

    /// How many packets came from addresses without a session that did not ask for one, since this
    /// was last asked.
    long takeStrangers() {
        var count = strangers;
        strangers = 0;
        return count;
    }

    private void packet(InetSocketAddress from, long nowNanos) {
        var session = sessions.get(from);
        if (session != null) {
            session.packet(buffer, nowNanos);
        } else if (SrtPacket.isControl(buffer, SrtPacket.HANDSHAKE)) {
            HandshakeCodec.read(buffer)
                    .ifPresentOrElse(
                            handshake -> stranger(handshake, from, nowNanos), () -> strangers++);
        } else {
            strangers++;
        }
    }

    private void stranger(Handshake handshake, InetSocketAddress from, long nowNanos) {
        if (handshake.isInduction()) {
            var answer = handshake.greeted(cookies.issue(from, nowNanos));
            send(HandshakeCodec.write(answer, from.getAddress(), 0), from);
        } else if (handshake.isConclusion()
                && cookies.accepts(handshake.cookie(), from, nowNanos)) {
            var session = desk.open(new UdpPeer(this, from, slot), loop, cookies);
            session.packet(buffer, nowNanos);
            if (!session.isOver()) {
                sessions.put(from, session);
            }
        } else {
            strangers++;
        }
    }

    private @Nullable InetSocketAddress receive() {
        try {
            buffer.clear();
            var from = (InetSocketAddress) channel.receive(buffer);
            buffer.flip();
            return from;
        } catch (IOException _) {
            return null;
        }
    }

    /// What cannot be sent is lost: SRT asks for it again.
    void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            channel.send(packet, to);
        } catch (IOException _) {
            // The network is unreachable for now, or the peer's machine says that nobody listens.
        }
    }
}
