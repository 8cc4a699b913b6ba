package net.ratonet.station.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.PictureTaker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// The station's HTTP door on loopback, for whoever can read the token in the station's folder. A
/// virtual thread named "control-…" serves each request.
public final class LocalDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDoor.class);
    private static final long LONGEST_SILENCE_MS = 15_000;

    private final OptionalInt wanted;
    private final DoorFiles files;
    private final LocalRoutes routes;
    private final EventLoop events;
    private final PictureTaker pictures;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("control-", 0).factory());
    private @Nullable HttpServer server;

    /// A door that is still shut.
    ///
    /// @param port 0 = any free one, absent = stays shut
    /// @param folder where the token and the port are left
    /// @param pictures of what is encoded
    /// @param status the whole state as one JSON object; asked for on any thread
    public LocalDoor(
            OptionalInt port,
            Path folder,
            CommandDesk desk,
            PictureTaker pictures,
            Supplier<ObjectNode> status) {
        this.pictures = pictures;
        this.wanted = port;
        this.files = new DoorFiles(folder);
        this.routes = new LocalRoutes(desk, status);
        this.events = new EventLoop(status);
    }

    /// A door that cannot be opened keeps nobody from streaming, so it is only said.
    public synchronized void start() {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            open(wanted.getAsInt());
        } catch (IOException trouble) {
            LOG.warn(
                    "No local control on port {}: {}. Another station may run; FIELD_CONTROL_PORT"
                            + " chooses another port",
                    wanted.getAsInt(),
                    trouble.getMessage());
        }
    }

    private void open(int port) throws IOException {
        var token = files.token();
        var opened =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var doorman = new Doorman(opened.getAddress().getPort(), token);
        opened.createContext("/", exchange -> serve(exchange, doorman));
        opened.setExecutor(threads);
        opened.start();
        server = opened;
        events.start();
        files.writePort(opened.getAddress().getPort());
        LOG.info("Local control listens on 127.0.0.1:{}", opened.getAddress().getPort());
    }

    private void serve(HttpExchange exchange, Doorman doorman) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var refusal =
                    doorman.refuse(headers.getFirst("Host"), headers.getFirst("Authorization"));
            if (refusal.isPresent()) {
                send(exchange, refusal.get());
            } else if (asksFor("/events", exchange)) {
                tell(exchange);
            } else if (asksFor("/preview.jpg", exchange)) {
                show(exchange);
            } else {
                send(exchange, answer(exchange));
            }
        } catch (RuntimeException bug) {
            LOG.error("The local control could not answer", bug);
        }
    }

    private static boolean asksFor(String path, HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals(path);
    }

    private void show(HttpExchange exchange) throws IOException {
        try {
            var picture = pictures.take();
            if (picture.isEmpty()) {
                send(exchange, Reply.mistake(409, "there is no picture: nothing is encoded now"));
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, picture.get().length);
            exchange.getResponseBody().write(picture.get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LocalRoutes.LARGEST_BODY + 1);
        return routes.answer(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new String(body, StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private void tell(HttpExchange exchange) throws IOException {
        var reader = events.join(exchange::close);
        if (reader.isEmpty()) {
            send(exchange, Reply.mistake(503, "enough programs listen to the events already"));
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            tell(exchange, reader.get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            events.leave(reader.get());
        }
    }

    /// Until the listener hangs up, which a write finds out, or is hung up on.
    private static void tell(HttpExchange exchange, EventReader reader)
            throws IOException, InterruptedException {
        var out = exchange.getResponseBody();
        while (true) {
            var event = reader.next(LONGEST_SILENCE_MS);
            out.write((event == null ? ": here\n\n" : event).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        events.close();
        if (server != null) {
            server.stop(0);
            forgetPort();
        }
        threads.shutdownNow();
    }

    private void forgetPort() {
        try {
            files.forgetPort();
        } catch (IOException trouble) {
            LOG.debug("the control's port file stays behind", trouble);
        }
    }
}
