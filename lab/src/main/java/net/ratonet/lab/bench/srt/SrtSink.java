package net.ratonet.lab.bench.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// Stands where an SRT server would, behind an SRTLA receiver: counts what comes and confirms it
/// every 10 ms, as SRT does. For one thread, which calls it often.
public final class SrtSink implements AutoCloseable {

    /// As it calls itself towards all of its callers.
    public static final int SOCKET = 1;

    private static final long ACK_NANOS = 10_000_000;
    private static final int ACK_BYTES = 44;
    private static final int BURST = 256;
    private static final int BUFFER_BYTES = 8 * 1024 * 1024;

    private final DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer ack = ByteBuffer.allocateDirect(ACK_BYTES);
    private final Map<InetSocketAddress, Source> sources = new HashMap<>();
    private long received;
    private long ackedAt;

    public SrtSink() throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
    }

    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    public long received() {
        return received;
    }

    public void work(long nowNanos) throws IOException {
        for (var count = 0; count < BURST; count++) {
            var from = (InetSocketAddress) channel.receive(in.clear());
            if (from == null) {
                break;
            }
            take(from, in.flip());
        }
        if (nowNanos - ackedAt >= ACK_NANOS) {
            ackedAt = nowNanos;
            for (var source : sources.values()) {
                confirm(source);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void take(InetSocketAddress from, ByteBuffer packet) throws IOException {
        if (SrtHandshake.isOne(packet)) {
            agree(from, SrtHandshake.socket(packet));
            return;
        }
        if (SrtPacket.isSrt(packet) && SrtPacket.isData(packet)) {
            received++;
            var source = sources.computeIfAbsent(from, Source::new);
            source.next = Sequence.next(SrtPacket.sequence(packet));
            source.owed = true;
        }
    }

    private void agree(InetSocketAddress from, int caller) throws IOException {
        var answer = ByteBuffer.allocate(2_048);
        SrtHandshake.put(answer, SrtHandshake.CONCLUSION, SOCKET, caller);
        channel.send(answer.flip(), from);
    }

    private void confirm(Source source) throws IOException {
        if (source.owed) {
            source.owed = false;
            SrtPacket.putControl(ack.clear(), SrtPacket.ACK, ++source.acks, 0, 1)
                    .putInt(source.next)
                    .putInt(40_000)
                    .putInt(5_000)
                    .putInt(8_000)
                    .putInt(600)
                    .putInt(1_000)
                    .putInt(750_000);
            channel.send(ack.flip(), source.address);
        }
    }

    private static final class Source {
        private final InetSocketAddress address;
        private int next;
        private int acks;
        private boolean owed;

        private Source(InetSocketAddress address) {
            this.address = address;
        }
    }
}
