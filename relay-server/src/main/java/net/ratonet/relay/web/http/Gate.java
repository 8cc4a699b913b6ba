package net.ratonet.relay.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.admin.AddressGroup;
import net.ratonet.shared.flow.Ticker;

/// What every request passes first: foreign pages are told what they may read, and a network that
/// asks too often is told to wait. Runs on the request's thread.
public final class Gate {

    private static final int MOST_NETWORKS = 20_000;
    private static final double SECONDS = 60;

    private final Cors cors;
    private final boolean trustProxy;
    private final TokenBuckets networks;
    private final TokenBuckets keys;
    private final TokenBuckets registrations;
    private final Ticker ticker;

    public Gate(Cors cors, boolean trustProxy, Limits limits, Ticker ticker) {
        this.cors = cors;
        this.trustProxy = trustProxy;
        var perSecond = limits.requestsPerSecond();
        this.networks = new TokenBuckets(perSecond, limits.burst(), MOST_NETWORKS);
        this.keys = new TokenBuckets(perSecond, limits.burst(), MOST_NETWORKS);
        this.registrations =
                new TokenBuckets(
                        limits.registrationsPerMinute() / SECONDS,
                        limits.registrationsPerMinute(),
                        MOST_NETWORKS);
        this.ticker = ticker;
    }

    /// Whom the request comes from, by the rules of [ClientAddress].
    public String address(Context context) {
        return ClientAddress.of(
                context.req().getRemoteAddr(),
                Collections.list(context.req().getHeaders("X-Forwarded-For")),
                trustProxy);
    }

    public void before(Context context) {
        if (isTooMuch(context)) {
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

    /// Before a socket opens.
    public void beforeUpgrade(Context context) {
        isTooMuch(context);
    }

    private boolean isTooMuch(Context context) {
        var network = AddressGroup.of(address(context));
        var wait = networks.take(network, ticker.nowNanos());
        if (wait.isPositive()) {
            Answers.write(context, tooMany(wait));
            context.skipRemainingHandlers();
        }
        return wait.isPositive();
    }

    /// What keeps this caller from this route for now, if anything does.
    Optional<Answer> limit(Route route, Caller caller, String address) {
        var now = ticker.nowNanos();
        var wait = Duration.ZERO;
        if (route.costly()) {
            wait = registrations.take(AddressGroup.of(address), now);
        } else if (caller instanceof Caller.Streamer(var account, var _)) {
            wait = keys.take(account.id().value(), now);
        }
        return wait.isPositive() ? Optional.of(tooMany(wait)) : Optional.empty();
    }

    /// The answer to a caller that must wait.
    public static Answer tooMany(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Answer.refusal(429, "too many requests; try again in " + seconds + " s")
                .withHeader("Retry-After", Long.toString(seconds))
                .withHeader("Connection", "close");
    }

    private static void setAll(Context context, Map<String, String> headers) {
        headers.forEach(context::header);
    }
}
