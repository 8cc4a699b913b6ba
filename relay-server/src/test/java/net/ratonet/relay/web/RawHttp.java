package net.ratonet.relay.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no HTTP library would send.
final class RawHttp {

    private static final int PATIENCE_MS = 10_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /// Sends a head of these lines; answers everything that comes back until the server hangs up.
    String exchange(String... lines) throws IOException {
        var head = String.join("\r\n", lines) + "\r\n\r\n";
        try (var socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
