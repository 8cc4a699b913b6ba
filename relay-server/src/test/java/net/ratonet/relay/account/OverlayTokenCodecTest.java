package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Decoded.Accepted;
import net.ratonet.shared.wire.Decoded.Refused;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class OverlayTokenCodecTest {

    @Test
    void readsLabelAndScopes() {
        assertThat(decode("{\"label\":\" car \",\"scopes\":[\"map\",\"speed\",\"map\"]}"))
                .isEqualTo(
                        new Accepted<>(
                                new OverlayTokenRequest(
                                        "car", Set.of(OverlayScope.MAP, OverlayScope.SPEED))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\":\"car\"}",
                "{\"label\":\"car\",\"scopes\":[]}",
                "{\"label\":\"car\",\"scopes\":\"map\"}",
                "{\"label\":\"car\",\"scopes\":{\"a\":\"map\"}}",
                "{\"label\":\"car\",\"scopes\":[\"map\",\"keys\"]}",
                "{\"label\":\"car\",\"scopes\":[7]}"
            })
    void refusesScopesThatItDoesNotKnow(String body) {
        assertThat(decode(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("scopes"));
    }

    @Test
    void showsTheTokenToItsOwner() {
        var token =
                new OverlayToken(
                        "1f", "car", Set.of(OverlayScope.SPEED), "ov_secret", TestAccounts.NOW);

        var json = OverlayTokenCodec.encode(List.of(token));

        assertThat(Json.write(json))
                .isEqualTo(
                        "[{\"id\":\"1f\",\"label\":\"car\",\"scopes\":[\"speed\"],"
                                + "\"token\":\"ov_secret\","
                                + "\"created_at\":\"2026-05-01T10:00:00Z\"}]");
    }

    private static Decoded<OverlayTokenRequest> decode(String body) {
        return switch (Json.readObject(body)) {
            case Accepted<ObjectNode>(var node) -> OverlayTokenCodec.decode(node);
            case Refused<ObjectNode> _ -> throw new AssertionError("not JSON: " + body);
            case Decoded.Malformed<ObjectNode> _ -> throw new AssertionError("not JSON: " + body);
        };
    }
}
