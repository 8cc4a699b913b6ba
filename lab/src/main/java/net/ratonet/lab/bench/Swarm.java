package net.ratonet.lab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.ratonet.lab.bench.Frames.Frame;
import org.HdrHistogram.Histogram;

/// Field agents that send and dashboards that receive, all on the thread that calls `run`, so that
/// both ends of every update are timed by the same clock.
final class Swarm implements AutoCloseable {

    private static final int INFLATED_AT_MOST = 1024 * 1024;

    private final InetSocketAddress server;
    private final Selector selector;
    private final SentTimes sent = new SentTimes();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Dashboard> dashboards = new ArrayList<>();
    private final Histogram delayMicros = new Histogram(3);
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer inflated = ByteBuffer.allocate(INFLATED_AT_MOST);
    private boolean measuring;

    Swarm(InetSocketAddress server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
    }

    void addAgent(Credentials credentials, double perSecond) throws IOException {
        var path = "/ws/field/%s".formatted(credentials.streamerId());
        var connection =
                WebSocketConnection.open(
                        server,
                        path,
                        "Authorization: Bearer %s\r\n".formatted(credentials.apiKey()),
                        0);
        agents.add(new Agent(connection, credentials.streamerId(), Math.round(1e9 / perSecond)));
        connection
                .channel()
                .register(selector, SelectionKey.OP_READ, new Dashboard(connection, Kind.IGNORED));
    }

    Dashboard addDashboard(Kind kind) throws IOException {
        var receiveBuffer = kind == Kind.STALLED ? 4096 : 0;
        var connection = WebSocketConnection.open(server, kind.path, "", receiveBuffer);
        var dashboard = new Dashboard(connection, kind);
        if (kind != Kind.STALLED) {
            connection.channel().register(selector, SelectionKey.OP_READ, dashboard);
        }
        dashboards.add(dashboard);
        return dashboard;
    }

    /// Lets everything run without counting, so that compilers and buffers are warm.
    void warmUp(Duration length) throws IOException {
        run(length);
        delayMicros.reset();
        dashboards.forEach(Dashboard::reset);
    }

    SwarmResult measure(Duration length) throws IOException {
        measuring = true;
        var sentBefore = sent.sent();
        var startNanos = System.nanoTime();
        run(length);
        measuring = false;
        return new SwarmResult(
                delayMicros.copy(),
                sent.sent() - sentBefore,
                System.nanoTime() - startNanos,
                List.copyOf(dashboards));
    }

    private void run(Duration length) throws IOException {
        var endNanos = System.nanoTime() + length.toNanos();
        spreadAgents();
        for (var now = System.nanoTime(); now < endNanos; now = System.nanoTime()) {
            var next = sendDue(now);
            var waitMillis =
                    Math.max(0, (Math.min(next, endNanos) - System.nanoTime()) / 1_000_000);
            if (waitMillis > 0) {
                selector.select(waitMillis);
            } else {
                selector.selectNow();
            }
            readReady();
        }
    }

    private void spreadAgents() {
        var now = System.nanoTime();
        for (var index = 0; index < agents.size(); index++) {
            var agent = agents.get(index);
            agent.nextNanos = now + agent.intervalNanos * index / agents.size();
        }
    }

    private long sendDue(long now) throws IOException {
        var next = Long.MAX_VALUE;
        for (var agent : agents) {
            if (agent.nextNanos <= now) {
                agent.send(sent.next(System.nanoTime()));
                agent.nextNanos += agent.intervalNanos;
            }
            next = Math.min(next, agent.nextNanos);
        }
        return next;
    }

    private void readReady() throws IOException {
        for (var key : selector.selectedKeys()) {
            var dashboard = (Dashboard) key.attachment();
            if (!dashboard.read()) {
                key.cancel();
            }
        }
        selector.selectedKeys().clear();
    }

    /// Valid until the next call.
    private ByteBuffer inflate(ByteBuffer payload) {
        inflater.reset();
        inflater.setInput(payload.duplicate());
        inflated.clear();
        try {
            while (inflater.inflate(inflated) > 0) {
                // until the frame's end
            }
            if (!inflated.hasRemaining()) {
                throw new IllegalStateException("a frame larger than any should be");
            }
        } catch (DataFormatException mistake) {
            throw new IllegalStateException("a frame that does not inflate", mistake);
        }
        return inflated.flip();
    }

    @Override
    public void close() throws IOException {
        for (var dashboard : dashboards) {
            dashboard.connection.close();
        }
        for (var agent : agents) {
            agent.connection.close();
        }
        selector.close();
        inflater.end();
    }

    /// How a dashboard listens.
    enum Kind {
        V1("/ws/dashboard"),
        V2("/ws/dashboard?v=2"),
        /// Connects and never reads.
        STALLED("/ws/dashboard"),
        /// The receiving half of an agent.
        IGNORED("");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    private static final class Agent {
        private final WebSocketConnection connection;
        private final String streamerId;
        private final long intervalNanos;
        private long nextNanos;

        private Agent(WebSocketConnection connection, String streamerId, long intervalNanos) {
            this.connection = connection;
            this.streamerId = streamerId;
            this.intervalNanos = intervalNanos;
        }

        private void send(int number) throws IOException {
            var lat = -23.5 + number % 1000 * 1e-5;
            connection.sendText(
                    """
                    {"type":"gps","streamer_id":"%s","data":{"lat":%.6f,"lng":-46.600000,"speed_kmh":%d.5,\
                    "altitude_m":%d,"heading":90.0,"satellites":9,"fix":"3d"}}\
                    """
                            .formatted(streamerId, lat, number % 30, number));
        }
    }

    /// One receiving end and what it has received since the last reset.
    final class Dashboard {
        private final WebSocketConnection connection;
        private final Kind kind;
        private long frameCount;
        private long byteCount;
        private long updateCount;
        private boolean closed;

        private Dashboard(WebSocketConnection connection, Kind kind) {
            this.connection = connection;
            this.kind = kind;
        }

        long frameCount() {
            return frameCount;
        }

        long byteCount() {
            return byteCount;
        }

        long updateCount() {
            return updateCount;
        }

        boolean isClosed() {
            return closed;
        }

        private void reset() {
            frameCount = 0;
            byteCount = 0;
            updateCount = 0;
        }

        private boolean read() throws IOException {
            var alive = connection.read(this::receive);
            closed = !alive;
            return alive;
        }

        private void receive(Frame frame) {
            if (kind == Kind.IGNORED || !(frame.isText() || frame.isBinary())) {
                return;
            }
            frameCount++;
            byteCount += frame.payload().remaining();
            SentTimes.forEachNumber(
                    frame.isBinary() ? inflate(frame.payload()) : frame.payload(), this::time);
        }

        private void time(int number) {
            updateCount++;
            if (measuring && number > 0) {
                delayMicros.recordValue(
                        Math.max(0, (System.nanoTime() - sent.sentAt(number)) / 1_000));
            }
        }
    }
}
