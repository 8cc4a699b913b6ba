package net.ratonet.relay.ingest.rtmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.ChunkReader;
import net.ratonet.relay.rtmp.ChunkReading;
import net.ratonet.relay.rtmp.ChunkWriter;
import net.ratonet.relay.rtmp.Command;
import net.ratonet.relay.rtmp.Handshake;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.Status;

/// An encoder that does one step at a time, right or wrong.
final class TestEncoder implements AutoCloseable {

    private final Socket socket;
    private final ChunkReader reader = new ChunkReader(1 << 20);
    private final ChunkWriter writer = new ChunkWriter();

    TestEncoder(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
    }

    TestEncoder shakeHands() throws IOException {
        write(Handshake.hello(new byte[Handshake.PART]));
        var answer = socket.getInputStream().readNBytes(1 + 2 * Handshake.PART);
        write(Arrays.copyOfRange(answer, 1, 1 + Handshake.PART));
        return this;
    }

    /// The status that the server answers with; empty when it just hangs up.
    Optional<Status> publish(String app, String name) throws IOException {
        shakeHands();
        var wishes = new AmfValue.Named(Map.of("app", AmfValue.text(app)), false);
        send(Command.of("connect", 1, wishes));
        send(Command.of("releaseStream", 2, AmfValue.nothing(), AmfValue.text(name)));
        send(Command.of("FCPublish", 3, AmfValue.nothing(), AmfValue.text(name)));
        send(Command.of("createStream", 4, AmfValue.nothing()));
        var publish =
                Command.of(
                        "publish",
                        5,
                        AmfValue.nothing(),
                        AmfValue.text(name),
                        AmfValue.text("live"));
        send(publish.encode(1));
        return awaitStatus();
    }

    Optional<Status> awaitStatus() throws IOException {
        for (var next = receive(); next.isPresent(); next = receive()) {
            var status =
                    Command.decode(next.get())
                            .filter(command -> command.name().equals("onStatus"))
                            .flatMap(Status::in);
            if (status.isPresent()) {
                return status;
            }
        }
        return Optional.empty();
    }

    void send(Command command) throws IOException {
        send(command.encode(0));
    }

    void send(RtmpMessage message) throws IOException {
        write(writer.write(message));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// Empty at the end of the connection.
    Optional<RtmpMessage> receive() throws IOException {
        var bytes = new byte[4_096];
        while (true) {
            if (reader.next() instanceof ChunkReading.Whole(var message)) {
                return Optional.of(message);
            }
            var count = socket.getInputStream().read(bytes);
            if (count < 0) {
                return Optional.empty();
            }
            reader.feed(bytes, 0, count);
        }
    }

    boolean isHungUpOn() {
        try {
            while (receive().isPresent()) {
                // What comes before the end does not matter.
            }
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
