package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.http.TokenBuckets;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.wire.Json;

/// Takes bytes and throws them away, so that a station can measure what each of its links carries.
public final class UplinkTestRoutes implements RouteGroup {

    static final int MOST_BYTES = 4 * 1024 * 1024;

    /// Four links, each with several tries, then one try each two seconds.
    private static final double TESTS_PER_SECOND = 0.5;

    private static final double TESTS_AT_ONCE = 24;
    private static final int MOST_STREAMERS = 20_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CHUNK = 64 * 1024;

    private final TokenBuckets tests =
            new TokenBuckets(TESTS_PER_SECOND, TESTS_AT_ONCE, MOST_STREAMERS);
    private final Ticker ticker;

    public UplinkTestRoutes(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public String title() {
        return "Uplink test";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/uplink-test",
                                "Take up to 4 MB, throw them away, and say how long they took")
                        .forStreamer()
                        .body(Shape.ANYTHING)
                        .returns(field("bytes", WHOLE), field("milliseconds", WHOLE))
                        .to(this::measure));
    }

    private Answer measure(Call call) throws IOException {
        var wait = tests.take(call.account().id().value(), ticker.nowNanos());
        if (wait.isPositive()) {
            return Gate.tooMany(wait);
        }
        return call.declaredBytes() > MOST_BYTES ? tooLarge() : call.upload(this::swallow);
    }

    private Answer swallow(InputStream body) throws IOException {
        var start = ticker.nowNanos();
        var chunk = new byte[CHUNK];
        var bytes = 0L;
        for (var got = body.read(chunk); got >= 0; got = body.read(chunk)) {
            bytes += got;
            if (bytes > MOST_BYTES) {
                return tooLarge();
            }
            if (ticker.nowNanos() - start > LONGEST.toNanos()) {
                return Answer.refusal(408, "the body took longer than 30 s; send less");
            }
        }
        var took = Duration.ofNanos(ticker.nowNanos() - start);
        return Answer.json(
                Json.object()
                        .put("bytes", bytes)
                        .put("milliseconds", Math.max(1, took.toMillis())));
    }

    private static Answer tooLarge() {
        return Answer.refusal(413, "send at most 4 MB");
    }
}
