package net.ratonet.lab.bench.station;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.lab.bench.srt.SrtHandshake;
import net.ratonet.lab.bench.srt.SrtSink;
import net.ratonet.shared.srt.SrtPacket;

/// An encoder that sends at a steady rate into a bond, and the sink behind the bond's receiver, all
/// on the thread that calls `run`.
final class BondLoad implements AutoCloseable {

    private static final int PACKET_BYTES = 1_332;
    private static final int CALLER = 7;
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_HELLOS = Duration.ofMillis(250);

    private final SrtSink sink;
    private final DatagramChannel channel = DatagramChannel.open();
    private final ByteBuffer out = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private int sequence = 1;

    BondLoad(int bondPort, SrtSink sink) throws IOException {
        this.sink = sink;
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), bondPort));
        channel.configureBlocking(false);
        shakeHands();
    }

    /// Packets that the encoder has sent.
    long sent() {
        return sequence - 1L;
    }

    void run(double mbps, Duration length) throws IOException {
        var perSecond = mbps * 1e6 / 8 / PACKET_BYTES;
        var start = System.nanoTime();
        var done = 0L;
        for (var now = start; now - start < length.toNanos(); now = System.nanoTime()) {
            for (var due = (long) (perSecond * (now - start) / 1e9); done < due; done++) {
                send();
            }
            sink.work(now);
            drain();
            LockSupport.parkNanos(200_000);
        }
    }

    /// Lets what is under way arrive.
    void settle() throws IOException {
        run(0, Duration.ofSeconds(1));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void send() throws IOException {
        SrtPacket.putData(
                out.clear(), sequence, sequence, System.nanoTime() / 1_000, SrtSink.SOCKET);
        channel.write(out.limit(PACKET_BYTES).position(0));
        sequence++;
    }

    /// Says hello until the bond has found the receiver and the sink behind it has answered.
    private void shakeHands() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var next = System.nanoTime(); System.nanoTime() < end; ) {
            if (System.nanoTime() >= next) {
                next += BETWEEN_HELLOS.toNanos();
                channel.write(
                        SrtHandshake.put(out.clear(), SrtHandshake.CONCLUSION, CALLER, 0).flip());
            }
            sink.work(System.nanoTime());
            if (receive() && SrtHandshake.isOne(in)) {
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new IOException("nobody behind the bond has answered");
    }

    private void drain() throws IOException {
        while (receive()) {
            in.clear();
        }
    }

    private boolean receive() throws IOException {
        var came = channel.read(in.clear()) > 0;
        in.flip();
        return came;
    }
}
