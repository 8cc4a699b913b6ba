package net.ratonet.station.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.station.bonding.SimulatedSrtEncoder;
import net.ratonet.station.bonding.SimulatedSrtlaReceiver;

/// An SRTLA receiver and an SRT encoder on real sockets of this machine, on a thread of their own.
final class LoopbackPeers implements AutoCloseable {

    private static final long LATENCY_NANOS = 2_000_000_000;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long BITS_PER_SECOND = 2_000_000;

    private final DatagramChannel relay = channel();
    private final List<SocketAddress> addresses = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(2_048);
    private final SimulatedSrtlaReceiver receiver =
            new SimulatedSrtlaReceiver(LATENCY_NANOS, this::answer);
    private final Thread thread = Thread.ofPlatform().name("loopback-peers").unstarted(this::run);

    private DatagramChannel camera = channel();
    private int bondPort;
    private final SimulatedSrtEncoder encoder =
            new SimulatedSrtEncoder(BITS_PER_SECOND, LATENCY_NANOS, 77, this::toBond);
    private volatile boolean closing;

    LoopbackPeers() throws IOException {}

    int port() throws IOException {
        return ((InetSocketAddress) relay.getLocalAddress()).getPort();
    }

    void start(int port) {
        bondPort = port;
        thread.start();
    }

    /// Asks for something on the thread that owns it all.
    synchronized <T> T ask(Callable<T> question) throws Exception {
        return question.call();
    }

    SimulatedSrtlaReceiver receiver() {
        return receiver;
    }

    SimulatedSrtEncoder encoder() {
        return encoder;
    }

    /// The encoder comes back with another port.
    synchronized void moveEncoder() throws IOException {
        camera.close();
        camera = channel();
    }

    private void run() {
        while (!closing) {
            try {
                step();
            } catch (IOException _) {
                // A socket was just replaced.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized void step() throws IOException {
        var now = System.nanoTime();
        for (var from = relay.receive(buffer.clear());
                from != null;
                from = relay.receive(buffer.clear())) {
            receiver.receive(indexOf(from), buffer.flip(), now);
        }
        while (camera.receive(buffer.clear()) != null) {
            encoder.receive(buffer.flip(), now);
        }
        receiver.advance(now);
        encoder.advance(now);
    }

    private int indexOf(SocketAddress from) {
        if (!addresses.contains(from)) {
            addresses.add(from);
        }
        return addresses.indexOf(from);
    }

    private void answer(int address, ByteBuffer datagram) {
        send(relay, datagram, addresses.get(address));
    }

    private void toBond(ByteBuffer datagram) {
        send(camera, datagram, new InetSocketAddress(InetAddress.getLoopbackAddress(), bondPort));
    }

    private static void send(DatagramChannel from, ByteBuffer datagram, SocketAddress to) {
        try {
            from.send(datagram, to);
        } catch (IOException _) {
            // As on any network.
        }
    }

    private static DatagramChannel channel() throws IOException {
        var channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        relay.close();
        camera.close();
    }
}
