package net.ratonet.relay.web.api;

import java.util.Map;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Payload;
import net.ratonet.relay.web.live.Encoded;

/// Answers with bytes that were encoded before, or with 304 to one who has them already.
final class CachedAnswer {

    private CachedAnswer() {}

    static Answer of(Encoded encoded, Call call) {
        var known = call.header("If-None-Match").filter(encoded.etag()::equals).isPresent();
        var headers = Map.of("ETag", encoded.etag(), "Cache-Control", "no-cache");
        return known
                ? new Answer(304, Answer.JSON, Payload.EMPTY, headers)
                : new Answer(200, Answer.JSON, encoded.body(), headers);
    }
}
