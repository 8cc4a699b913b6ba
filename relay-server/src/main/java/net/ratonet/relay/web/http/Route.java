package net.ratonet.relay.web.http;

import java.util.List;
import java.util.Optional;

/// One entry of the route table: how it is reached, what it promises, who answers.
///
/// @param costly whether each call leaves something behind that only an admin can remove
/// @param auditedAs the name under which each call goes into the audit trail
public record Route(
        Verb verb,
        String path,
        String summary,
        Access access,
        List<Param> params,
        Optional<Shape> body,
        Shape answer,
        Optional<String> auditedAs,
        boolean costly,
        Endpoint endpoint) {

    public Route {
        params = List.copyOf(params);
    }

    public static RouteDraft get(String path, String summary) {
        return new RouteDraft(Verb.GET, path, summary);
    }

    public static RouteDraft post(String path, String summary) {
        return new RouteDraft(Verb.POST, path, summary);
    }

    public static RouteDraft put(String path, String summary) {
        return new RouteDraft(Verb.PUT, path, summary);
    }

    public static RouteDraft delete(String path, String summary) {
        return new RouteDraft(Verb.DELETE, path, summary);
    }

    /// Verb and path, the name of a route in metrics and the audit trail.
    public String label() {
        return verb + " " + path;
    }
}
