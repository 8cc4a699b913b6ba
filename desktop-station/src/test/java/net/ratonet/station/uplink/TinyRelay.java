package net.ratonet.station.uplink;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket server (RFC 6455) as small as a test of the station needs it: one connection at a
/// time, short frames, pings answered.
final class TinyRelay implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final long PATIENCE_S = 20;

    private final ServerSocket server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final Thread acceptor;
    private volatile int refusal;

    TinyRelay() throws IOException {
        this(0);
    }

    TinyRelay(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        acceptor = Thread.ofVirtual().name("tiny-relay").start(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /// From now on answers the handshake with this HTTP status.
    void refuseWith(int status) {
        refusal = status;
    }

    Connection awaitConnection() throws InterruptedException {
        var connection = connections.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("nobody connected");
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.cut();
        }
        try {
            acceptor.join();
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException(interrupted.getMessage());
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                accept(server.accept());
            }
        } catch (IOException _) {
            // The test has closed the server.
        }
    }

    private void accept(Socket socket) throws IOException {
        var request = readRequest(socket.getInputStream());
        if (refusal != 0) {
            write(socket, "HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\n\r\n");
            socket.close();
            return;
        }
        write(
                socket,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + acceptance(header(request, "Sec-WebSocket-Key"))
                        + "\r\n\r\n");
        var connection = new Connection(socket, request);
        Thread.ofVirtual().name("tiny-relay-reader").start(connection::read);
        connections.add(connection);
    }

    private static String readRequest(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            bytes.write(in.read());
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String header(String request, String name) {
        return request.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String acceptance(String key) {
        try {
            var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            var digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(digest.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// One station that is connected.
    static final class Connection {

        private final Socket socket;
        private final String request;
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private volatile boolean mute;

        private Connection(Socket socket, String request) {
            this.socket = socket;
            this.request = request;
        }

        String requestLine() {
            return request.lines().findFirst().orElse("");
        }

        String requestHeader(String name) {
            return header(request, name);
        }

        /// From now on answers no ping.
        void fallSilent() {
            mute = true;
        }

        /// The next text that contains this, passing over others.
        String awaitText(String part) throws InterruptedException {
            for (var text = next(); ; text = next()) {
                if (text.contains(part)) {
                    return text;
                }
            }
        }

        void send(String text) throws IOException {
            write(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        void close(int code) throws IOException {
            write(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
        }

        /// Ends without a word, as a lost network does.
        void cut() throws IOException {
            socket.close();
        }

        private String next() throws InterruptedException {
            var text = texts.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("the station said nothing more");
            }
            return text;
        }

        private void read() {
            try (var in = new DataInputStream(socket.getInputStream())) {
                while (true) {
                    var kind = in.readUnsignedByte() & 0x0F;
                    var payload = readPayload(in);
                    if (kind == TEXT) {
                        texts.add(new String(payload, StandardCharsets.UTF_8));
                    } else if (kind == PING && !mute) {
                        write(PONG, payload);
                    }
                }
            } catch (IOException | UncheckedIOException _) {
                // The station or the test has closed the connection.
            }
        }

        private static byte[] readPayload(DataInputStream in) throws IOException {
            var length = in.readUnsignedByte() & 0x7F;
            var size = length == 126 ? in.readUnsignedShort() : length;
            var mask = in.readNBytes(4);
            var payload = in.readNBytes(size);
            for (var index = 0; index < payload.length; index++) {
                payload[index] ^= mask[index % 4];
            }
            return payload;
        }

        private synchronized void write(int kind, byte[] payload) throws IOException {
            var frame = new ByteArrayOutputStream();
            frame.write(0x80 | kind);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length & 0xFF);
            }
            frame.writeBytes(payload);
            socket.getOutputStream().write(frame.toByteArray());
        }
    }
}
