package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import org.jspecify.annotations.Nullable;

/// A receiver in virtual time that does what the facts of SRTLA say all of them do, with one group.
/// Links are told apart by an address, which a test may change as a carrier's NAT does.
public final class SimulatedSrtlaReceiver {

    private static final long LONGEST_SILENCE_NANOS = 15_000_000_000L;
    private static final int INDUCTION = 1;
    private static final int TYPE_AT = 36;
    private static final int SOCKET_AT = 40;

    private final Outlet outlet;
    private final long latencyNanos;
    private final Random random = new Random(9);
    private final Map<Integer, Member> members = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(512);
    private final List<SrtlaType> heard = new ArrayList<>();

    private @Nullable GroupId group;
    private @Nullable SimulatedSrtDecoder decoder;
    private int lastAddress;
    private boolean acknowledging = true;
    private boolean refusing;
    private long lostBefore;
    private long receivedBefore;

    public SimulatedSrtlaReceiver(long latencyNanos, Outlet outlet) {
        this.latencyNanos = latencyNanos;
        this.outlet = outlet;
    }

    /// From now on no SRTLA ACKs, as some receivers never send any.
    void acknowledgeNothing() {
        acknowledging = false;
    }

    void refuseRegistrations(boolean on) {
        refusing = on;
    }

    /// As after a restart.
    void forgetEverything() {
        members.clear();
        group = null;
        count();
        decoder = null;
    }

    public void receive(int address, ByteBuffer packet, long now) {
        var type = SrtlaType.of(packet);
        if (type != SrtlaType.NOT_SRTLA) {
            heard.add(type);
        }
        switch (type) {
            case REG1 -> register(address, packet);
            case REG2 -> join(address, packet, now);
            case KEEPALIVE -> echo(address, packet, now);
            case NOT_SRTLA -> srt(address, packet, now);
            case ACK, REG3, REG_ERR, REG_NGP, REG_NAK, UNKNOWN -> {}
        }
    }

    private void register(int address, ByteBuffer packet) {
        if (refusing) {
            say(address, SrtlaType.REG_ERR);
            return;
        }
        members.clear();
        var made = SrtlaCodec.groupId(packet).orElseThrow().completedBy(random);
        group = made;
        SrtlaCodec.putReg2(buffer.clear(), made);
        outlet.send(address, buffer.flip());
    }

    private void join(int address, ByteBuffer packet, long now) {
        var known = group;
        if (known == null || !known.equals(SrtlaCodec.groupId(packet).orElseThrow())) {
            say(address, SrtlaType.REG_NGP);
            return;
        }
        members.computeIfAbsent(address, _ -> new Member()).heardNanos = now;
        say(address, SrtlaType.REG3);
    }

    private void echo(int address, ByteBuffer packet, long now) {
        var member = members.get(address);
        if (member != null) {
            member.heardNanos = now;
            outlet.send(address, packet);
        }
    }

    private void srt(int address, ByteBuffer packet, long now) {
        var member = members.get(address);
        if (member == null) {
            return;
        }
        member.heardNanos = now;
        lastAddress = address;
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            greet(packet);
            return;
        }
        if (decoder == null) {
            return;
        }
        decoder.receive(packet, now);
        if (acknowledging && SrtPacket.isData(packet)) {
            member.acknowledge(SrtPacket.sequence(packet), address);
        }
    }

    private void greet(ByteBuffer hello) {
        if (hello.getInt(hello.position() + TYPE_AT) != INDUCTION) {
            return;
        }
        count();
        var peer = hello.getInt(hello.position() + SOCKET_AT);
        decoder = new SimulatedSrtDecoder(peer, latencyNanos, this::broadcast);
        SrtPacket.putControl(buffer.clear(), SrtPacket.HANDSHAKE, 0, 0, peer);
        buffer.position(64).flip();
        outlet.send(lastAddress, buffer);
    }

    private void count() {
        if (decoder != null) {
            lostBefore += decoder.lost();
            receivedBefore += decoder.received();
        }
    }

    public void advance(long now) {
        members.values().removeIf(member -> now - member.heardNanos > LONGEST_SILENCE_NANOS);
        if (decoder != null) {
            decoder.advance(now);
        }
    }

    /// ACK and NAK go down all links.
    private void broadcast(ByteBuffer packet) {
        members.keySet().forEach(address -> outlet.send(address, packet.duplicate()));
    }

    private void say(int address, SrtlaType type) {
        SrtlaCodec.putShort(buffer.clear(), type);
        outlet.send(address, buffer.flip());
    }

    public long received() {
        return receivedBefore + (decoder == null ? 0 : decoder.received());
    }

    public long lost() {
        return lostBefore + (decoder == null ? 0 : decoder.lost());
    }

    public int members() {
        return members.size();
    }

    List<SrtlaType> heard() {
        return heard;
    }

    /// Sends to an address.
    public interface Outlet {
        void send(int address, ByteBuffer datagram);
    }

    private final class Member {
        private final int[] batch = new int[SrtlaCodec.USUAL_ACK_COUNT];
        private int filled;
        private long heardNanos;

        void acknowledge(int number, int address) {
            batch[filled++] = number;
            if (filled == batch.length) {
                filled = 0;
                SrtlaCodec.putAck(buffer.clear(), batch, batch.length);
                outlet.send(address, buffer.flip());
            }
        }
    }
}
