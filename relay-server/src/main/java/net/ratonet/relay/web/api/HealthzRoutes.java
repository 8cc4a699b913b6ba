package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Payload;
import net.ratonet.relay.web.http.Readiness;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Json;

/// For supervisors and for Prometheus.
public final class HealthzRoutes implements RouteGroup {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Readiness> readiness;
    private final Supplier<Payload> metrics;

    public HealthzRoutes(Supplier<Readiness> readiness, Supplier<Payload> metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public String title() {
        return "Operation";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/healthz", "Whether the relay runs")
                        .returns(field("status", TEXT))
                        .to(_ -> Answer.json(Json.object().put("status", "ok"))),
                Route.get("/readyz", "Whether the relay can do its work; 503 when not")
                        .returns(field("status", TEXT))
                        .to(_ -> ready()),
                Route.get("/metrics", "Prometheus metrics")
                        .returns(Shape.TEXT)
                        .to(_ -> new Answer(200, PROMETHEUS, metrics.get(), Map.of())));
    }

    private Answer ready() {
        return switch (readiness.get()) {
            case Readiness.Ready _ -> Answer.json(Json.object().put("status", "ready"));
            case Readiness.NotReady(var reason) -> Answer.refusal(503, reason);
        };
    }
}
