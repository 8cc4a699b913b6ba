package net.ratonet.relay.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;

/// What every request passes first: foreign pages are told what they may read, and a network that
/// asks too often is told to wait. Runs on the request's thread.
public final class Gate {

    private static final int MOST_NETWORKS = 20_000;

    private final Cors cors;
    private final boolean trustProxy;
    private final TokenBuckets buckets;
    private final Ticker ticker;

    public Gate(Cors cors, boolean trustProxy, Limits limits, Ticker ticker) {
        this.cors = cors;
        this.trustProxy = trustProxy;
        this.buckets = new TokenBuckets(limits.requestsPerSecond(), limits.burst(), MOST_NETWORKS);
        this.ticker = ticker;
    }

    /// Whom the request comes from, by the rules of [ClientAddress].
    public String address(Context context) {
        return ClientAddress.of(
                context.req().getRemoteAddr(),
                Optional.ofNullable(context.header("X-Forwarded-For")),
                trustProxy);
    }

    public void before(Context context) {
        var wait = buckets.take(ClientAddress.network(address(context)), ticker.nowNanos());
        if (wait.isPositive()) {
            Answers.write(context, tooMany(wait));
            context.skipRemainingHandlers();
            return;
        }
        var origin = Optional.ofNullable(context.header("Origin"));
        if (context.method().name().equals("OPTIONS")) {
            setAll(context, cors.preflightHeaders(origin));
            context.status(204).skipRemainingHandlers();
        } else {
            setAll(context, cors.headers(origin));
        }
    }

    /// The answer to a caller that must wait.
    public static Answer tooMany(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Answer.refusal(429, "too many requests; try again in " + seconds + " s")
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static void setAll(Context context, Map<String, String> headers) {
        headers.forEach(context::header);
    }
}
