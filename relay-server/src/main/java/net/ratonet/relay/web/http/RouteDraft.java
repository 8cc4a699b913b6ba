package net.ratonet.relay.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A route while it is being written down. For the one thread that builds the table.
public final class RouteDraft {

    private final Verb verb;
    private final String path;
    private final String summary;
    private final List<Param> params = new ArrayList<>();
    private Access access = Access.PUBLIC;
    private Optional<Shape> body = Optional.empty();
    private Shape answer = Shape.ANYTHING;
    private Optional<String> auditedAs = Optional.empty();
    private boolean costly;

    RouteDraft(Verb verb, String path, String summary) {
        this.verb = verb;
        this.path = path;
        this.summary = summary;
    }

    public RouteDraft forStreamer() {
        access = Access.STREAMER;
        return this;
    }

    public RouteDraft forOwner() {
        access = Access.OWNER;
        return this;
    }

    public RouteDraft forAdmin() {
        access = Access.ADMIN;
        return this;
    }

    public RouteDraft takes(Param param) {
        params.add(param);
        return this;
    }

    public RouteDraft body(Shape shape) {
        body = Optional.of(shape);
        return this;
    }

    public RouteDraft returns(Shape shape) {
        answer = shape;
        return this;
    }

    public RouteDraft returns(Shape.Field... fields) {
        return returns(Shape.fields(fields));
    }

    public RouteDraft auditedAs(String action) {
        auditedAs = Optional.of(action);
        return this;
    }

    public RouteDraft costly() {
        costly = true;
        return this;
    }

    public Route to(Endpoint endpoint) {
        return new Route(
                verb, path, summary, access, params, body, answer, auditedAs, costly, endpoint);
    }
}
