package net.ratonet.station.telemetry.gps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A gpsd on loopback that says what a test tells it to, to one client at a time.
final class FakeGpsd implements AutoCloseable {

    private final ServerSocket door;
    private final List<String> greeting;
    private final BlockingQueue<Socket> clients = new LinkedBlockingQueue<>(16);
    private final Thread doorkeeper;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeGpsd(String... greeting) throws IOException {
        this(0, greeting);
    }

    FakeGpsd(int port, String... greeting) throws IOException {
        this.door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        this.greeting = List.of(greeting);
        this.doorkeeper = Thread.ofVirtual().name("fake-gpsd").start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> requests() {
        return requests;
    }

    /// Says a line to the client that came last, waiting for it to come.
    void say(String line) throws IOException, InterruptedException {
        var client = clients.take();
        send(client, line);
        clients.put(client);
    }

    void hangUp() throws IOException, InterruptedException {
        clients.take().close();
    }

    @Override
    public void close() throws IOException {
        door.close();
        awaitClosed();
        for (var client : clients) {
            client.close();
        }
    }

    /// The system's socket closes only when nobody waits at it any more.
    private void awaitClosed() {
        try {
            doorkeeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (true) {
                var client = door.accept();
                // In one piece, so that whoever hears the first line hears them all.
                send(client, String.join("\r\n", greeting));
                clients.add(client);
                Thread.ofVirtual().name("fake-gpsd-client").start(() -> read(client));
            }
        } catch (IOException _) {
            // The door was closed.
            return;
        }
    }

    private void read(Socket client) {
        try {
            new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .forEach(requests::add);
        } catch (IOException | UncheckedIOException _) {
            // The conversation is over.
            return;
        }
    }

    private static void send(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
