package net.ratonet.relay.web.http;

/// Hears of every answered call, for metrics and the audit trail. Called on the request's thread.
@FunctionalInterface
public interface RouteWatch {

    void answered(Answered call);

    /// One call and its end.
    ///
    /// @param subject the value of the path's parameter, when the route has one
    record Answered(Route route, String subject, String address, int status, long tookNanos) {}

    default RouteWatch and(RouteWatch other) {
        return call -> {
            answered(call);
            other.answered(call);
        };
    }
}
