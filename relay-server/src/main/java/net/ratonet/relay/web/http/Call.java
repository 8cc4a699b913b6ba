package net.ratonet.relay.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One request as an endpoint sees it. For the one thread that answers it.
public final class Call {

    /// No honest request to this API is larger.
    public static final int MOST_BYTES = 256 * 1024;

    private final Context context;
    private final String address;
    private final Caller caller;

    public Call(Context context, String address, Caller caller) {
        this.context = context;
        this.address = address;
        this.caller = caller;
    }

    public String address() {
        return address;
    }

    /// The streamer of a route that only streamers may call.
    public Account account() {
        return switch (caller) {
            case Caller.Streamer(var account, var _) -> account;
            case Caller.Anybody _, Caller.Operator _ ->
                    throw new IllegalStateException("the route is not for streamers");
        };
    }

    /// The key that the streamer's call carried, or empty.
    public String apiKey() {
        return caller instanceof Caller.Streamer(var _, var apiKey) ? apiKey : "";
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    /// A streamer's id in the path, when it could be one at all.
    public Optional<StreamerId> streamerId(String name) {
        return Optional.of(path(name)).filter(StreamerId::isValid).map(StreamerId::new);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    /// A query parameter that the route declares as required, so that it is there.
    public String required(String name) {
        return query(name).orElseThrow(() -> new IllegalStateException(name + " is not declared"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.cookie(name));
    }

    public boolean isSecure() {
        return "https".equals(context.scheme())
                || header("X-Forwarded-Proto").filter("https"::equals).isPresent();
    }

    /// Whether only the head of the answer is wanted.
    public boolean isHead() {
        return context.method().equals(HandlerType.HEAD);
    }

    /// Answers a body that is one JSON object, or says what is wrong with it.
    public <T> Answer object(Function<ObjectNode, Decoded<T>> decoder, Use<T> then)
            throws IOException {
        return json(
                node ->
                        node instanceof ObjectNode object
                                ? decoder.apply(object)
                                : new Decoded.Refused<>("body", "must be an object"),
                then);
    }

    /// The same for a call whose body may be left out, which means an empty object.
    public <T> Answer objectOrNothing(Function<ObjectNode, Decoded<T>> decoder, Use<T> then)
            throws IOException {
        return isEmpty()
                ? answer(checked(decoder.apply(Json.object())), then)
                : object(decoder, then);
    }

    /// Answers a body that is any JSON value, or says what is wrong with it.
    public <T> Answer json(Function<JsonNode, Decoded<T>> decoder, Use<T> then) throws IOException {
        return answer(decoded(decoder), then);
    }

    private static <T> Answer answer(Read<T> read, Use<T> then) throws IOException {
        return switch (read) {
            case Read.Value<T>(var value) -> then.answer(value);
            case Read.Failure<T>(var answer) -> answer;
        };
    }

    /// What an endpoint does with a body that is in order.
    @FunctionalInterface
    public interface Use<T> {
        Answer answer(T value) throws IOException;
    }

    /// Answers a body of any size, read by whoever uses it and only as far as they want; the limit
    /// is theirs.
    public Answer upload(Use<InputStream> then) throws IOException {
        try {
            return then.answer(new UploadBody(context.req().getInputStream(), Ticker.system()));
        } catch (UploadBody.Broken broken) {
            return Answer.refusal(408, "the body did not arrive");
        }
    }

    /// How long the caller says that the body is; negative when they do not say.
    public long declaredBytes() {
        return context.req().getContentLengthLong();
    }

    private sealed interface Read<T> {
        record Value<T>(T value) implements Read<T> {}

        record Failure<T>(Answer answer) implements Read<T> {}
    }

    private <T> Read<T> decoded(Function<JsonNode, Decoded<T>> decoder) {
        return switch (read()) {
            case RequestBody.Text(var text) ->
                    switch (Json.read(text)) {
                        case Decoded.Accepted<JsonNode>(var node) -> checked(decoder.apply(node));
                        case Decoded.Refused<JsonNode> refused ->
                                new Read.Failure<>(Answer.unprocessable(refused));
                        case Decoded.Malformed<JsonNode> _ ->
                                new Read.Failure<>(Answer.unprocessable("body", "is not JSON"));
                    };
            case RequestBody.NotText _ ->
                    new Read.Failure<>(Answer.unprocessable("body", "is not UTF-8 text"));
            case RequestBody.TooLarge _ ->
                    new Read.Failure<>(
                            Answer.refusal(
                                    413, "the body must have at most " + MOST_BYTES + " bytes"));
            case RequestBody.Broken _ ->
                    new Read.Failure<>(Answer.refusal(408, "the body did not arrive"));
        };
    }

    private static <T> Read<T> checked(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Accepted<T>(var value) -> new Read.Value<>(value);
            case Decoded.Refused<T> refused -> new Read.Failure<>(Answer.unprocessable(refused));
            case Decoded.Malformed<T>(var reason) ->
                    new Read.Failure<>(Answer.unprocessable("body", reason));
        };
    }

    private boolean isEmpty() {
        return context.contentLength() <= 0 && header("Transfer-Encoding").isEmpty();
    }

    private RequestBody read() {
        if (context.contentLength() > MOST_BYTES) {
            return new RequestBody.TooLarge();
        }
        try {
            var in = context.req().getInputStream();
            return RequestBody.read(in, MOST_BYTES, Ticker.system());
        } catch (IOException gone) {
            return new RequestBody.Broken();
        }
    }
}
