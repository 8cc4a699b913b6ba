package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.PHONE;
import static net.ratonet.relay.telemetry.SimulatedField.fix;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.privacy.Precision;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class RtirlCodecTest {

    private static final Instant ARRIVAL = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void readsWhatMoblinPushes() {
        var push =
                decode(
                        "{'latitude':10.5,'longitude':-20.5,'speed':10,'altitude':700,"
                                + "'timestamp':1777636799.5}");

        assertThat(push)
                .isEqualTo(
                        new Decoded.Accepted<>(
                                new RtirlCodec.Push(
                                        new GeoFix(10.5, -20.5, 36, 700, 0, 0, FixKind.THREE_D),
                                        ARRIVAL.minusMillis(500))));
    }

    @Test
    void aPositionAloneIsEnough() {
        assertThat(decode("{'latitude':10.5,'longitude':-20.5}"))
                .isEqualTo(
                        new Decoded.Accepted<>(
                                new RtirlCodec.Push(
                                        new GeoFix(10.5, -20.5, 0, 0, 0, 0, FixKind.TWO_D),
                                        ARRIVAL)));
    }

    @Test
    void understandsMillisecondsAndAnUnknownSpeed() {
        var push = decode("{'latitude':1,'longitude':2,'speed':-1,'timestamp':1777636800000}");

        assertThat(push)
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        accepted ->
                                assertThat(accepted.value())
                                        .isEqualTo(
                                                new RtirlCodec.Push(
                                                        new GeoFix(1, 2, 0, 0, 0, 0, FixKind.TWO_D),
                                                        ARRIVAL)));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(decode("{'longitude':2}")).hasToString("latitude is missing");
        assertThat(decode("{'latitude':1,'longitude':'x'}"))
                .hasToString("longitude must be a number");
        assertThat(decode("{'latitude':1,'longitude':200}")).isInstanceOf(Decoded.Refused.class);
        assertThat(decode("{'latitude':1,'longitude':2,'timestamp':-5}"))
                .isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void writesWhatRealtimeIrlWrites() {
        var field = new SimulatedField();
        field.reportLate(PHONE, fix(10, 20), Duration.ofSeconds(1));

        var json = RtirlCodec.encodePull(field.seen());

        assertThat(Json.write(json))
                .isEqualTo(
                        "{\"altitude\":{\"EGM96\":700.0,\"WGS84\":700.0},\"heading\":90.0,"
                                + "\"location\":{\"latitude\":10.0,\"longitude\":20.0},"
                                + "\"speed\":3.333333333333333,\"reportedAt\":1777636799000,"
                                + "\"updatedAt\":1777636800000}");
    }

    @Test
    void writesNoLocationWhenItIsHidden() {
        var field = new SimulatedField();
        field.decree(new PrivacyRules(Duration.ZERO, List.of(), Precision.EXACT, false));
        field.report(PHONE, fix(10, 20));

        var json = RtirlCodec.encodePull(field.seen());

        assertThat(json.propertyNames()).containsExactly("location", "updatedAt");
        assertThat(json.get("location").isNull()).isTrue();
        assertThat(RtirlCodec.encodeOffline().get("location").isNull()).isTrue();
    }

    private static Decoded<RtirlCodec.Push> decode(String json) {
        return switch (Json.readObject(json.replace('\'', '"'))) {
            case Decoded.Accepted<ObjectNode>(var node) -> RtirlCodec.decodePush(node, ARRIVAL);
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError("not JSON: " + json);
        };
    }
}
