package net.ratonet.relay.place;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A reverse geocoder on a real loopback port, in whatever mood the test wants.
final class FakeGeocoder implements AutoCloseable {

    /// How it answers.
    enum Mood {
        FRIENDLY,
        SILENT,
        STOPS_IN_THE_MIDDLE,
        TALKS_NONSENSE,
        BROKEN,
        BUSY
    }

    record Asked(String query, String userAgent, long atNanos) {}

    private static final String ANSWER =
            """
            {"display_name":"x","address":{"suburb":"Centro","city":"Sorocaba","state":"SP"}}\
            """;

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.FRIENDLY;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    FakeGeocoder() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/reverse", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(
                new Asked(
                        exchange.getRequestURI().getRawQuery(),
                        first(exchange.getRequestHeaders(), "User-Agent"),
                        System.nanoTime()));
        switch (mood) {
            case FRIENDLY -> send(exchange, 200, ANSWER);
            case SILENT -> hang();
            case STOPS_IN_THE_MIDDLE -> stopInTheMiddle(exchange);
            case TALKS_NONSENSE -> send(exchange, 200, "<html>");
            case BROKEN -> send(exchange, 500, "");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                send(exchange, 429, "");
            }
        }
    }

    private void stopInTheMiddle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        hang();
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String first(Headers headers, String name) {
        return String.valueOf(headers.getFirst(name));
    }
}
