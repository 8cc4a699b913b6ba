package net.ratonet.station.uplink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.ratonet.station.config.RelayConfig;
import org.jspecify.annotations.Nullable;

/// Connects to the relay by WebSocket. The key goes in a header, where no log of addresses sees it.
final class FieldClient implements FieldConnector, AutoCloseable {

    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    /// No order is anywhere near this long.
    private static final int LONGEST_TEXT = 64 * 1024;

    private final RelayConfig relay;

    /// Names this run of the station; not a secret.
    private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST_HANDSHAKE).build();

    FieldClient(RelayConfig relay) {
        this.relay = relay;
    }

    @Override
    public void connect(Consumer<FieldSignal> signals) {
        var _ =
                client.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + relay.apiKey())
                        .connectTimeout(LONGEST_HANDSHAKE)
                        .buildAsync(address(), new Listener(signals))
                        .whenComplete((_, mistake) -> {
                            if (mistake != null) {
                                signals.accept(new FieldSignal.Lost(explain(mistake)));
                            }
                        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// Tells that orders are read here, and that the next connection is that of the same station.
    private URI address() {
        return URI.create("%s?orders=1&station=%s".formatted(relay.socketUrl(), run));
    }

    private static Loss explain(Throwable mistake) {
        var cause = mistake instanceof CompletionException wrapped ? wrapped.getCause() : mistake;
        if (cause instanceof WebSocketHandshakeException handshake) {
            return Loss.ofHttpStatus(handshake.getResponse().statusCode());
        }
        var said = cause == null ? null : cause.getMessage();
        return Loss.passing(
                "the relay cannot be reached"
                        + Optional.ofNullable(said).map(text -> ": " + text).orElse(""));
    }

    /// Receives on the client's threads, one call at a time.
    private static final class Listener implements WebSocket.Listener {

        private final Consumer<FieldSignal> signals;
        private final StringBuilder text = new StringBuilder();

        Listener(Consumer<FieldSignal> signals) {
            this.signals = signals;
        }

        @Override
        public void onOpen(WebSocket socket) {
            signals.accept(new FieldSignal.Opened(new OpenSocket(socket)));
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            if (text.length() + part.length() > LONGEST_TEXT) {
                socket.abort();
                signals.accept(new FieldSignal.Lost(Loss.passing("the relay talks too much")));
                return null;
            }
            text.append(part);
            if (last) {
                signals.accept(new FieldSignal.Text(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            if (message.remaining() == Long.BYTES) {
                signals.accept(new FieldSignal.Pong(message.getLong()));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            signals.accept(new FieldSignal.Lost(Loss.ofCloseCode(code, reason)));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable mistake) {
            signals.accept(new FieldSignal.Lost(explain(mistake)));
        }
    }

    private record OpenSocket(WebSocket socket) implements FieldSocket {

        @Override
        public void send(String text) throws IOException {
            await(socket.sendText(text, true));
        }

        @Override
        public void ping(long mark) throws IOException {
            await(socket.sendPing(ByteBuffer.allocate(Long.BYTES).putLong(mark).flip()));
        }

        @Override
        public void close() {
            var _ =
                    socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .orTimeout(200, TimeUnit.MILLISECONDS)
                            .handle((_, _) -> true)
                            .join();
            socket.abort();
        }

        @Override
        public void abort() {
            socket.abort();
        }

        private static void await(CompletableFuture<WebSocket> sending) throws IOException {
            try {
                sending.get(LONGEST_SEND.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                throw new IOException(
                        "nothing could be sent for " + LONGEST_SEND.toSeconds() + " s");
            } catch (ExecutionException mistake) {
                throw new IOException("the connection broke", mistake);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
        }
    }
}
