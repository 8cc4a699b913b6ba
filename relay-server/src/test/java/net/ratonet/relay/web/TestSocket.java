package net.ratonet.relay.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A WebSocket client that keeps what it hears. Binary messages are unpacked as v2 dashboards do.
final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_S = 10;

    /// A close code and its reason.
    record Closed(int code, String reason) {}

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private @Nullable WebSocket socket;
    private volatile int lastBinarySize;

    private TestSocket() {}

    static TestSocket open(HttpClient client, URI uri, String... headers) {
        var listener = new TestSocket();
        var builder = client.newWebSocketBuilder();
        for (var index = 0; index < headers.length; index += 2) {
            builder.header(headers[index], headers[index + 1]);
        }
        listener.socket = builder.buildAsync(uri, listener).join();
        return listener;
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    static TestSocket speaking(HttpClient client, URI uri, String protocol) {
        var listener = new TestSocket();
        listener.socket =
                client.newWebSocketBuilder()
                        .subprotocols(protocol)
                        .buildAsync(uri, listener)
                        .join();
        return listener;
    }

    void send(String message) {
        socket().sendText(message, true).join();
    }

    /// Sends as far as the server lets it.
    void trySend(String message) {
        socket().sendText(message, true).exceptionally(_ -> socket()).join();
    }

    void sendBinary(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /// Says good-bye, as an agent that is stopped does.
    void closeNormally() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /// The next message as JSON.
    ObjectNode next() {
        return poll().orElseThrow(() -> new AssertionError("no message came"));
    }

    /// The next message of a type; others are passed over.
    ObjectNode next(String type) {
        for (var message = next(); ; message = next()) {
            if (message.path("type").asString("").equals(type)) {
                return message;
            }
        }
    }

    Optional<ObjectNode> poll() {
        try {
            return Optional.ofNullable(messages.poll(PATIENCE_S, TimeUnit.SECONDS))
                    .map(TestSocket::json);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    int waiting() {
        return messages.size();
    }

    int lastBinarySize() {
        return lastBinarySize;
    }

    Closed awaitClose() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    private static ObjectNode json(String message) {
        return switch (Json.readObject(message)) {
            case Decoded.Accepted<ObjectNode>(var node) -> node;
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError("not a JSON object: " + message);
        };
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            lastBinarySize = binary.size();
            messages.add(inflate(binary.toByteArray()));
            binary.reset();
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private static String inflate(byte[] packed) {
        var inflater = new Inflater(true);
        inflater.setInput(packed);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4_096];
        try {
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0) {
                    throw new AssertionError("the message ends too early");
                }
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException mistake) {
            throw new AssertionError(mistake);
        } finally {
            inflater.end();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(new Closed(1006, String.valueOf(error)));
    }

    @Override
    public void close() {
        socket().abort();
    }
}
