package net.ratonet.lab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import net.ratonet.lab.bench.Frames.Frame;

/// A WebSocket client with no more than a load generator needs: a thousand of them must fit on one
/// core beside the server that they measure. For one thread.
final class WebSocketConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final Frames frames = new Frames();
    private final ByteBuffer out = ByteBuffer.allocate(64 * 1024);

    private WebSocketConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /// Connects and upgrades.
    ///
    /// @param headers further header lines, each ending in CR LF
    static WebSocketConnection open(
            InetSocketAddress server, String path, String headers, int receiveBuffer)
            throws IOException {
        var channel = SocketChannel.open();
        if (receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        channel.connect(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var connection = new WebSocketConnection(channel);
        connection.upgrade(handshake(path, headers));
        channel.configureBlocking(false);
        return connection;
    }

    SocketChannel channel() {
        return channel;
    }

    /// Reads what is there and hands over each whole frame; false when the server has gone.
    boolean read(Consumer<Frame> receiver) throws IOException {
        while (true) {
            var count = channel.read(frames.room());
            if (count <= 0) {
                return count == 0;
            }
            frames.filled();
            for (var frame = frames.next(); frame != null; frame = frames.next()) {
                answerPing(frame);
                receiver.accept(frame);
            }
            frames.taken();
        }
    }

    /// Sends a text message; false when the socket's buffer has no room for it now.
    boolean sendText(String text) throws IOException {
        return send(1, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void answerPing(Frame frame) throws IOException {
        if (frame.isPing()) {
            var echo = new byte[frame.payload().remaining()];
            frame.payload().duplicate().get(echo);
            send(10, echo);
        }
    }

    /// Frames from a client must be masked; a mask of zeros leaves the payload as it is.
    private boolean send(int opcode, byte[] payload) throws IOException {
        if (out.remaining() < payload.length + 8) {
            flush();
            if (out.remaining() < payload.length + 8) {
                return false;
            }
        }
        out.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            out.put((byte) (0x80 | payload.length));
        } else {
            out.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        out.putInt(0).put(payload);
        flush();
        return true;
    }

    private void flush() throws IOException {
        out.flip();
        channel.write(out);
        out.compact();
    }

    private static String handshake(String path, String headers) {
        return """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        %s\r
        """
                .formatted(path, headers);
    }

    private void upgrade(String request) throws IOException {
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var answer = new StringBuilder();
        var octet = ByteBuffer.allocate(1);
        while (!answer.toString().endsWith("\r\n\r\n")) {
            if (channel.read(octet.clear()) < 0) {
                throw new IOException("the server hung up during the upgrade: " + answer);
            }
            answer.append((char) octet.get(0));
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no upgrade: " + answer.substring(0, answer.indexOf("\r")));
        }
    }
}
