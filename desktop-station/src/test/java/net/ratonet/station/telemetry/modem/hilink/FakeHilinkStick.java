package net.ratonet.station.telemetry.modem.hilink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Huawei stick on loopback with its session dance: without the session of the day and its token
/// every question is answered with an error. With a password, it tells its signal only to who has
/// logged in, and each token is good for one request that changes something.
final class FakeHilinkStick implements AutoCloseable {

    private static final String TOKEN = "__RequestVerificationToken";

    private final HttpServer server;
    private final boolean old;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger askedAtOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Map<String, String> status =
            new ConcurrentHashMap<>(
                    Map.of(
                            "ConnectionStatus", "901",
                            "SignalIcon", "4",
                            "maxsignal", "5",
                            "CurrentNetworkType", "19",
                            "CurrentNetworkTypeEx", "101",
                            "RoamingStatus", "0",
                            "SimStatus", "1"));
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String cookie = "";
    private volatile String token = "";
    private volatile @Nullable StickLock lock;
    private volatile int forgottenWith;
    private volatile CountDownLatch thaw = new CountDownLatch(0);

    /// Old firmware tells its token on the first page only.
    FakeHilinkStick(boolean old) throws IOException {
        this.old = old;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void set(String name, String value) {
        status.put(name, value);
    }

    void protect(StickLock with) {
        lock = with;
    }

    /// The next question is answered with this error, as after a restart of the stick.
    void forgetSession(int code) {
        forgottenWith = code;
    }

    void freeze() {
        thaw = new CountDownLatch(1);
    }

    int sessions() {
        return sessions.get();
    }

    int mostQuestionsAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        thaw.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            mostAtOnce.accumulateAndGet(askedAtOnce.incrementAndGet(), Math::max);
            thaw.await();
            var body = body(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            askedAtOnce.decrementAndGet();
        }
    }

    private String body(HttpExchange exchange) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/" -> firstPage(exchange);
            case "/api/webserver/SesTokInfo" -> old ? error(100_002) : newSession();
            default -> inSession(exchange) ? inSessionAnswer(exchange) : error(refusal());
        };
    }

    private String firstPage(HttpExchange exchange) {
        var session = begin();
        exchange.getResponseHeaders().add("Set-Cookie", "SessionID=s" + session + "; path=/");
        return "<html><head><meta name=\"csrf_token\" content=\"t%d\"/></head></html>"
                .formatted(session);
    }

    private String newSession() {
        var session = begin();
        return "<response><SesInfo>SessionID=s%d</SesInfo><TokInfo>t%d</TokInfo></response>"
                .formatted(session, session);
    }

    private boolean inSession(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return forgottenWith == 0
                && cookie.equals(headers.getFirst("Cookie"))
                && token.equals(headers.getFirst(TOKEN));
    }

    private int begin() {
        var session = sessions.incrementAndGet();
        cookie = "SessionID=s" + session;
        token = "t" + session;
        if (lock != null) {
            lock.shut();
        }
        return session;
    }

    private String inSessionAnswer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var with = lock;
        if (with == null) {
            return response(exchange);
        }
        return switch (path) {
            case "/api/user/state-login" -> xml(with.state());
            case "/api/user/challenge_login", "/api/user/authentication_login", "/api/user/login" ->
                    changed(exchange, path, with);
            case "/api/device/signal" -> with.isOpen() ? response(exchange) : error(100_003);
            default -> response(exchange);
        };
    }

    /// What changes something uses its token up, and brings the next.
    private String changed(HttpExchange exchange, String path, StickLock with) {
        var shown = token;
        token = "n" + tokens.incrementAndGet();
        var body = read(exchange);
        if (path.endsWith("challenge_login")) {
            exchange.getResponseHeaders().add(TOKEN, token);
            return xml(with.challenge(body));
        }
        var code = with.login(path, body, shown);
        if (code != 0) {
            exchange.getResponseHeaders().add(TOKEN, token);
            return error(code);
        }
        cookie = "SessionID=in" + tokens.get();
        exchange.getResponseHeaders().add("Set-Cookie", cookie + "; path=/; HttpOnly");
        exchange.getResponseHeaders().add(TOKEN + "one", token);
        exchange.getResponseHeaders().add(TOKEN + "two", "other");
        return "<response>OK</response>";
    }

    private static String read(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int refusal() {
        var code = forgottenWith == 0 ? 125_002 : forgottenWith;
        forgottenWith = 0;
        return code;
    }

    private String response(HttpExchange exchange) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/api/monitoring/status" -> xml(status);
            case "/api/device/signal" ->
                    xml(
                            Map.of(
                                    "pci", "301",
                                    "cell_id", "28181761",
                                    "rsrq", "-9dB",
                                    "rsrp", "-93dBm",
                                    "sinr", "12dB",
                                    "rssi", "&gt;=-51dBm",
                                    "band", "3"));
            case "/api/net/current-plmn" ->
                    xml(Map.of("FullName", "Vivo", "Numeric", "72411", "Rat", "7"));
            case "/api/monitoring/traffic-statistics" ->
                    xml(Map.of("TotalUpload", "1000000", "TotalDownload", "5000000"));
            default -> error(100_002);
        };
    }

    private static String xml(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> "<%1$s>%2$s</%1$s>".formatted(value.getKey(), value.getValue()))
                .collect(
                        Collectors.joining(
                                "\r\n",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<response>\r\n",
                                "</response>"));
    }

    private static String error(int code) {
        return "<error><code>%d</code><message></message></error>".formatted(code);
    }
}
