package net.ratonet.relay.place;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.relay.config.PlaceConfig;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.wire.Decoded;

/// Asks a Nominatim server one question at a time, and waits no longer than five seconds for all of
/// the answer. For the finder's thread.
final class PlaceClient implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);
    private static final int LARGEST_ANSWER = 256 * 1024;

    /// Suburbs and nothing finer: no street, no house.
    private static final int ZOOM = 14;

    private final HttpClient http;
    private final PlaceConfig config;
    private final String userAgent;
    private final Duration patience;

    PlaceClient(PlaceConfig config, String version, Duration patience) {
        this.config = config;
        this.userAgent = "RatoNet/%s (%s)".formatted(version, printable(config.contact()));
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .executor(
                                Executors.newThreadPerTaskExecutor(
                                        Thread.ofVirtual().name("place-http-", 0).factory()))
                        .build();
    }

    /// For messages: the whole URL may hold a password.
    String host() {
        return String.valueOf(URI.create(config.providerUrl()).getHost());
    }

    PlaceAnswer ask(PlaceKey key) throws InterruptedException {
        var exchange =
                http.sendAsync(
                        request(key),
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
        try {
            return answer(exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return new PlaceAnswer.Failed(reason(failure));
        } catch (TimeoutException silence) {
            return new PlaceAnswer.Failed("no answer in " + patience.toMillis() + " ms");
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(PlaceKey key) {
        var query =
                "format=json&zoom=%d&addressdetails=1&lat=%s&lon=%s&accept-language=%s"
                        .formatted(
                                ZOOM,
                                key.lat(),
                                key.lng(),
                                URLEncoder.encode(config.language(), StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(root() + "/reverse?" + query))
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .timeout(patience)
                .build();
    }

    private String root() {
        var url = config.providerUrl();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static PlaceAnswer answer(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> decoded(PlaceAnswerCodec.decode(response.body()));
            case 403, 429 ->
                    new PlaceAnswer.TurnedAway(response.statusCode(), retryAfter(response));
            default -> new PlaceAnswer.Failed("status " + response.statusCode());
        };
    }

    private static PlaceAnswer decoded(Decoded<PlaceName> answer) {
        return switch (answer) {
            case Decoded.Accepted<PlaceName>(var place) -> new PlaceAnswer.Named(place);
            case Decoded.Refused<PlaceName> refused -> new PlaceAnswer.Failed(refused.toString());
            case Decoded.Malformed<PlaceName>(var reason) -> new PlaceAnswer.Failed(reason);
        };
    }

    /// The header may also hold a date; then our own patience has to do.
    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(wait -> wait.compareTo(LONGEST_RETRY) <= 0);
    }

    private static String reason(ExecutionException failure) {
        return failure.getCause() instanceof IOException cause
                ? cause.getClass().getSimpleName()
                : String.valueOf(failure.getCause());
    }

    private static String printable(String contact) {
        return contact.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
