package net.ratonet.station.control.preflight;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.config.RelayConfig;
import tools.jackson.databind.node.ObjectNode;

/// Asks the relay who it takes this station for, and what time it is. Safe for any thread.
final class RelayProbe {

    private static final String FIELD = "/ws/field";

    private final RelayConfig relay;
    private final InstantSource clock;

    RelayProbe(RelayConfig relay, InstantSource clock) {
        this.relay = relay;
        this.clock = clock;
    }

    RelayAnswer ask(Duration patience) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(profile())
                        .header("Authorization", "Bearer " + relay.apiKey())
                        .timeout(patience)
                        .build();
        var http = HttpClient.newBuilder().connectTimeout(patience).build();
        try {
            return judge(http.send(request, BodyHandlers.ofString()));
        } catch (HttpTimeoutException _) {
            return new RelayAnswer.Silence("no answer in time");
        } catch (ConnectException _) {
            return new RelayAnswer.Silence("nobody answers there");
        } catch (IOException trouble) {
            return new RelayAnswer.Silence(String.valueOf(trouble.getMessage()));
        } finally {
            http.shutdownNow();
        }
    }

    /// `wss://host/ws/field` is `https://host/api/me`.
    private URI profile() {
        var field = relay.server().toString();
        var base = field.endsWith("/") ? field.substring(0, field.length() - 1) : field;
        var root = base.endsWith(FIELD) ? base.substring(0, base.length() - FIELD.length()) : base;
        return URI.create("http" + root.substring("ws".length()) + "/api/me");
    }

    private RelayAnswer judge(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> welcome(response);
            case 401 -> new RelayAnswer.Refusal("it does not know the key");
            case 403 -> new RelayAnswer.Refusal("this streamer is not approved");
            default -> new RelayAnswer.Strange(response.statusCode());
        };
    }

    private RelayAnswer welcome(HttpResponse<String> response) {
        var own = relay.streamerId().value();
        return switch (Json.readObject(response.body())) {
            case Decoded.Accepted<ObjectNode>(var me)
                    when !me.path("id").asString("").equals(own) ->
                    new RelayAnswer.Refusal("the key belongs to another streamer than " + own);
            case Decoded.Accepted<ObjectNode> _ ->
                    new RelayAnswer.Welcome(
                            response.headers().firstValue("Date").flatMap(this::ahead));
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    new RelayAnswer.Strange(response.statusCode());
        };
    }

    private Optional<Duration> ahead(String date) {
        try {
            var there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(there, clock.instant()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
