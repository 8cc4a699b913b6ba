package net.ratonet.station.telemetry.starlink;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.shared.wire.Decoded;

/// A gRPC conversation with a dish, in plain bytes. For the thread of its collector.
final class DishConnection implements AutoCloseable {

    /// The dish's descriptors take about 200 kB.
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private static final int MOST_FILES = 64;
    private static final int FILE_BY_NAME = 3;
    private static final int FILE_BY_SYMBOL = 4;
    private static final int FILES_ANSWER = 4;

    /// Newer firmware speaks the first, older only the second; both mean the same.
    private static final List<String> REFLECTIONS =
            List.of(
                    "grpc.reflection.v1.ServerReflection",
                    "grpc.reflection.v1alpha.ServerReflection");

    private final ManagedChannel channel;

    DishConnection(String host, int port) {
        channel =
                OkHttpChannelBuilder.forAddress(host, port)
                        .usePlaintext()
                        .directExecutor()
                        .proxyDetector(_ -> null)
                        .maxInboundMessageSize(LONGEST_ANSWER)
                        .build();
    }

    byte[] handle(byte[] request, Duration limit) throws IOException {
        return call(DishStatusCodec.SERVICE + "/Handle", MethodType.UNARY, request, limit);
    }

    /// What the dish tells of its own messages; an empty book when it tells nothing.
    SchemaBook schema(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        return REFLECTIONS.stream()
                .flatMap(reflection -> reflect(reflection, deadline).stream())
                .findFirst()
                .orElseGet(SchemaBook::new);
    }

    private Optional<SchemaBook> reflect(String reflection, long deadline) {
        try {
            return Optional.of(read(reflection + "/ServerReflectionInfo", deadline));
        } catch (IOException _) {
            // Older, or locked: the next way may work, and there are the usual numbers.
            return Optional.empty();
        }
    }

    private SchemaBook read(String method, long deadline) throws IOException {
        var book = new SchemaBook();
        add(book, method, FILE_BY_SYMBOL, DishStatusCodec.SERVICE, deadline);
        for (var files = 1; files < MOST_FILES && !book.missingFiles().isEmpty(); files++) {
            add(book, method, FILE_BY_NAME, book.missingFiles().getFirst(), deadline);
        }
        return book;
    }

    private void add(SchemaBook book, String method, int kind, String name, long deadline)
            throws IOException {
        var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        var request = new ProtoWriter().text(kind, name).toBytes();
        var answer = ProtoMessage.parse(call(method, MethodType.BIDI_STREAMING, request, left));
        var before = book.size();
        if (answer instanceof Decoded.Accepted<ProtoMessage>(var message)) {
            message.messages(FILES_ANSWER).stream()
                    .flatMap(files -> files.messages(1).stream())
                    .forEach(book::add);
        }
        if (book.size() == before) {
            throw new IOException("the dish does not describe " + name);
        }
    }

    private byte[] call(String method, MethodType type, byte[] request, Duration limit)
            throws IOException {
        var answer = new CompletableFuture<byte[]>();
        var call =
                channel.newCall(
                        MethodDescriptor.newBuilder(PlainBytes.INSTANCE, PlainBytes.INSTANCE)
                                .setFullMethodName(method)
                                .setType(type)
                                .build(),
                        CallOptions.DEFAULT.withDeadlineAfter(
                                limit.toNanos(), TimeUnit.NANOSECONDS));
        call.start(new FirstMessage(answer), new Metadata());
        call.request(2);
        call.sendMessage(request);
        call.halfClose();
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            throw new IOException(String.valueOf(refused.getCause()), refused);
        } catch (TimeoutException late) {
            throw new IOException("the dish does not answer", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            call.cancel("done", null);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /// Takes the first message of an answer.
    private static final class FirstMessage extends ClientCall.Listener<byte[]> {

        private final CompletableFuture<byte[]> answer;

        private FirstMessage(CompletableFuture<byte[]> answer) {
            this.answer = answer;
        }

        @Override
        public void onMessage(byte[] message) {
            answer.complete(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            answer.completeExceptionally(new IOException("the dish answers " + status.getCode()));
        }
    }
}
