package net.ratonet.lab.bench.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.lab.bench.srt.SrtHandshake;
import net.ratonet.lab.bench.srt.SrtSink;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;

/// Many bonds that send at a steady rate through one SRTLA receiver, and the sink behind it, all on
/// the thread that calls `run`. The links are sockets of their own; nothing is lost on purpose.
final class SrtlaSwarm implements AutoCloseable {

    static final int PACKET_BYTES = 1_332;
    private static final int CALLER = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BUFFER_BYTES = 1024 * 1024;

    private final InetSocketAddress receiver;
    private final SrtSink sink;
    private final List<Group> groups = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final SecureRandom random = new SecureRandom();
    private long sent;

    SrtlaSwarm(InetSocketAddress receiver, SrtSink sink) {
        this.receiver = receiver;
        this.sink = sink;
    }

    void addGroups(int count, int linksEach) throws IOException {
        for (var number = 0; number < count; number++) {
            groups.add(registered(linksEach));
        }
    }

    long sent() {
        return sent;
    }

    /// Each group sends at this rate for this long.
    void run(double mbpsEach, Duration length) throws IOException {
        var perSecond = mbpsEach * 1e6 / 8 / PACKET_BYTES * groups.size();
        var start = System.nanoTime();
        var done = 0L;
        for (var now = start; now - start < length.toNanos(); now = System.nanoTime()) {
            var due = (long) (perSecond * (now - start) / 1e9);
            for (; done < due; done++) {
                send(groups.get((int) (done % groups.size())));
            }
            sink.work(now);
            readAnswers();
            LockSupport.parkNanos(200_000);
        }
    }

    /// Lets what is under way arrive.
    void settle() throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < end) {
            sink.work(System.nanoTime());
        }
    }

    @Override
    public void close() throws IOException {
        for (var group : groups) {
            for (var link : group.links) {
                link.close();
            }
        }
    }

    private void send(Group group) throws IOException {
        out.clear();
        SrtPacket.putData(
                out, group.sequence, group.sequence, System.nanoTime() / 1_000, SrtSink.SOCKET);
        out.limit(PACKET_BYTES).position(0);
        group.links.get(group.sequence % group.links.size()).write(out);
        group.sequence++;
        sent++;
    }

    private void readAnswers() throws IOException {
        for (var group : groups) {
            for (var link : group.links) {
                drain(link);
            }
        }
    }

    /// A sender would adapt to what comes back; a steady one only makes room for more.
    private void drain(DatagramChannel link) throws IOException {
        while (link.read(in.clear()) > 0) {
            in.clear();
        }
    }

    private Group registered(int links) throws IOException {
        var channels = new ArrayList<DatagramChannel>();
        for (var link = 0; link < links; link++) {
            channels.add(open());
        }
        var asked = GroupId.random(random);
        channels.getFirst().write(SrtlaCodec.putReg1(out.clear(), asked).flip());
        await(channels.getFirst(), SrtlaType.REG2);
        var id = SrtlaCodec.groupId(in).orElseThrow(() -> new IOException("a REG2 without id"));
        for (var channel : channels) {
            channel.write(SrtlaCodec.putReg2(out.clear(), id).flip());
            await(channel, SrtlaType.REG3);
        }
        shakeHands(channels.getFirst());
        return new Group(channels);
    }

    /// What the receiver must have seen go by before it takes data for a session's.
    private void shakeHands(DatagramChannel channel) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        channel.write(SrtHandshake.put(out.clear(), SrtHandshake.CONCLUSION, CALLER, 0).flip());
        while (System.nanoTime() < end) {
            sink.work(System.nanoTime());
            if (channel.read(in.clear()) > 0 && SrtHandshake.isOne(in.flip())) {
                return;
            }
            LockSupport.parkNanos(100_000);
        }
        throw new IOException("the sink did not answer the handshake");
    }

    private void await(DatagramChannel channel, SrtlaType wanted) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (channel.read(in.clear()) > 0 && SrtlaType.of(in.flip()) == wanted) {
                return;
            }
            LockSupport.parkNanos(100_000);
        }
        throw new IOException("the receiver did not answer with " + wanted);
    }

    private DatagramChannel open() throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
        channel.connect(receiver);
        channel.configureBlocking(false);
        return channel;
    }

    private static final class Group {
        private final List<DatagramChannel> links;
        private int sequence = 1;

        private Group(List<DatagramChannel> links) {
            this.links = links;
        }
    }
}
