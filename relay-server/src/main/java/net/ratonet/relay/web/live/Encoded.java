package net.ratonet.relay.web.live;

import java.util.HexFormat;
import java.util.zip.CRC32C;
import net.ratonet.relay.web.http.Payload;
import tools.jackson.databind.JsonNode;

/// A JSON answer that was encoded once for many callers.
public record Encoded(Payload body, String etag) {

    static Encoded of(JsonNode node) {
        var body = Payload.json(node);
        var sum = new CRC32C();
        sum.update(body.buffer());
        return new Encoded(
                body,
                "\"%s-%d\""
                        .formatted(HexFormat.of().toHexDigits(sum.getValue(), 8), body.length()));
    }
}
