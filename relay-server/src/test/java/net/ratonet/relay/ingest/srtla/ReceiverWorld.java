package net.ratonet.relay.ingest.srtla;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;

/// A receiver with a door that lets everybody in, and a time that tests move by hand. What it sends
/// is kept until it is taken.
final class ReceiverWorld {

    final List<FakeSrtSession> sessions = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final Random random = new Random(1);
    final SrtlaReceiver receiver;
    int latencyMs = 2_000;
    long now = 5_000_000_000L;

    ReceiverWorld(SrtlaLimits limits) {
        receiver =
                new SrtlaReceiver(
                        limits,
                        random,
                        peer -> {
                            var session =
                                    new FakeSrtSession(peer, 0x500 + sessions.size(), latencyMs);
                            sessions.add(session);
                            return session;
                        },
                        (packet, to) -> sent.add(new Sent(copy(packet), to)));
    }

    static InetSocketAddress address(int host, int port) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(
                            new byte[] {10, (byte) (host >> 16), (byte) (host >> 8), (byte) host}),
                    port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Moves time in the steps of the loop.
    void pass(Duration time) {
        var until = now + time.toNanos();
        while (now < until) {
            now = Math.min(until, now + 10_000_000);
            receiver.tick(now);
        }
    }

    void from(InetSocketAddress address, ByteBuffer packet) {
        receiver.packet(packet, address, now);
    }

    /// What the receiver sent since this was last asked.
    List<Sent> taken() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    List<SrtlaType> takenTypes() {
        return taken().stream().map(Sent::type).toList();
    }

    void reg1(InetSocketAddress from, GroupId asked) {
        from(from, SrtlaCodec.putReg1(ByteBuffer.allocate(258), asked).flip());
    }

    void reg2(InetSocketAddress from, GroupId id) {
        from(from, SrtlaCodec.putReg2(ByteBuffer.allocate(258), id).flip());
    }

    GroupId askForGroup(InetSocketAddress from) {
        taken();
        reg1(from, GroupId.random(random));
        return SrtlaCodec.groupId(taken().getFirst().packet()).orElseThrow();
    }

    /// A group with these links.
    GroupId register(InetSocketAddress... addresses) {
        var id = askForGroup(addresses[0]);
        for (var address : addresses) {
            reg2(address, id);
        }
        taken();
        return id;
    }

    /// An SRT session through one link, from induction to conclusion.
    FakeSrtSession connect(InetSocketAddress over, int encoder) {
        from(over, Packets.handshake(Packets.INDUCTION, encoder, 0));
        from(over, Packets.handshake(Packets.CONCLUSION, encoder, 0));
        taken();
        return sessions.getLast();
    }

    void data(InetSocketAddress from, int sequence) {
        from(from, Packets.data(sequence, now / 1_000, sessions.getLast().socketId));
    }

    void again(InetSocketAddress from, int sequence) {
        from(from, Packets.again(sequence, now / 1_000, sessions.getLast().socketId));
    }

    private static ByteBuffer copy(ByteBuffer packet) {
        return ByteBuffer.allocate(packet.remaining()).put(packet.duplicate()).flip();
    }

    record Sent(ByteBuffer packet, InetSocketAddress to) {
        SrtlaType type() {
            return SrtlaType.of(packet);
        }
    }
}
