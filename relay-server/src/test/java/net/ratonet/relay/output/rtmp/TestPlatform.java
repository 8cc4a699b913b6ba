package net.ratonet.relay.output.rtmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.ChunkReader;
import net.ratonet.relay.rtmp.ChunkReading;
import net.ratonet.relay.rtmp.ChunkWriter;
import net.ratonet.relay.rtmp.Command;
import net.ratonet.relay.rtmp.Handshake;
import net.ratonet.relay.rtmp.RtmpControl;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.Status;

/// A platform that does what a test wants it to.
final class TestPlatform implements AutoCloseable {

    private final ServerSocket server;
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Manner manner;

    enum Manner {
        KIND,
        REFUSES_KEYS,
        REFUSES_EVERYBODY,
        HANGS_UP_ON_KEYS,
        STOPS_READING,
        SPEAKS_HTTP,
        SAYS_NOTHING
    }

    TestPlatform(Manner manner) throws IOException {
        this.manner = manner;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("test-platform").start(this::receive);
    }

    /// One connection as the platform saw it.
    static final class Visit {

        private final Socket socket;
        final List<Command> commands = new CopyOnWriteArrayList<>();
        final List<RtmpMessage> media = new CopyOnWriteArrayList<>();
        volatile boolean over;

        private Visit(Socket socket) {
            this.socket = socket;
        }

        void hangUp() {
            try {
                socket.close();
            } catch (IOException _) {
                // It is as good as closed.
            }
        }

        List<String> commandNames() {
            return commands.stream().map(Command::name).toList();
        }
    }

    String url(String key) {
        return "rtmp://127.0.0.1:%d/app/%s".formatted(port(), key);
    }

    int port() {
        return server.getLocalPort();
    }

    void behave(Manner next) {
        manner = next;
    }

    List<Visit> visits() {
        return visits;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        visits.forEach(Visit::hangUp);
    }

    private void receive() {
        try {
            while (true) {
                var visit = new Visit(server.accept());
                visits.add(visit);
                Thread.ofVirtual().start(() -> attend(visit));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void attend(Visit visit) {
        try (var socket = visit.socket) {
            switch (manner) {
                case SPEAKS_HTTP -> {
                    socket.getInputStream().readNBytes(1_537);
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 400 No\r\n\r\n"
                                            .repeat(99)
                                            .getBytes(StandardCharsets.US_ASCII));
                }
                case SAYS_NOTHING -> closed.await();
                case KIND, REFUSES_KEYS, REFUSES_EVERYBODY, HANGS_UP_ON_KEYS, STOPS_READING ->
                        talk(visit, socket);
            }
        } catch (IOException _) {
            // The relay has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            visit.over = true;
        }
    }

    private void talk(Visit visit, Socket socket) throws IOException, InterruptedException {
        var in = socket.getInputStream();
        var random = new byte[Handshake.PART];
        var hello = in.readNBytes(1 + Handshake.PART);
        var greeting = Handshake.answer(hello, random);
        if (greeting.isEmpty()) {
            return;
        }
        socket.getOutputStream().write(greeting.get());
        in.readNBytes(Handshake.PART);
        var reader = new ChunkReader(1 << 22);
        var writer = new ChunkWriter();
        var bytes = new byte[16_384];
        while (true) {
            while (reader.next() instanceof ChunkReading.Whole(var message)) {
                if (message.type() == RtmpMessage.COMMAND) {
                    var command = Command.decode(message).orElseThrow();
                    visit.commands.add(command);
                    for (var answer : answers(command)) {
                        socket.getOutputStream().write(writer.write(answer));
                    }
                    if (manner == Manner.HANGS_UP_ON_KEYS && command.name().equals("publish")) {
                        return;
                    }
                } else if (message.type() == RtmpMessage.VIDEO
                        || message.type() == RtmpMessage.AUDIO
                        || message.type() == RtmpMessage.METADATA) {
                    visit.media.add(message);
                }
            }
            if (manner == Manner.STOPS_READING && !visit.media.isEmpty()) {
                closed.await();
            }
            var count = in.read(bytes);
            if (count < 0) {
                return;
            }
            reader.feed(bytes, 0, count);
        }
    }

    private List<RtmpMessage> answers(Command command) {
        return switch (command.name()) {
            case "connect" -> {
                var status =
                        manner == Manner.REFUSES_EVERYBODY
                                ? Status.error("NetConnection.Connect.Rejected", "No more streams")
                                : Status.good("NetConnection.Connect.Success", "Hello");
                yield List.of(
                        RtmpControl.window(20_000),
                        RtmpControl.ping(7),
                        Command.of(
                                        status.isError() ? "_error" : "_result",
                                        command.transaction(),
                                        new AmfValue.Named(Map.of(), false),
                                        status.toAmf())
                                .encode(0));
            }
            case "createStream" ->
                    List.of(
                            Command.of(
                                            "_result",
                                            command.transaction(),
                                            AmfValue.nothing(),
                                            AmfValue.num(3))
                                    .encode(0));
            case "publish" -> publishAnswer(command.text(1).orElse(""));
            default -> List.of();
        };
    }

    private List<RtmpMessage> publishAnswer(String key) {
        return switch (manner) {
            case HANGS_UP_ON_KEYS -> List.of();
            case REFUSES_KEYS ->
                    List.of(
                            Status.error("NetStream.Publish.BadName", "No stream " + key + "\n!")
                                    .onStatus()
                                    .encode(3));
            case KIND, REFUSES_EVERYBODY, STOPS_READING, SPEAKS_HTTP, SAYS_NOTHING ->
                    List.of(Status.good("NetStream.Publish.Start", "Go").onStatus().encode(3));
        };
    }
}
