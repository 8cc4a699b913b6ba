package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class PrivacyCodecTest {

    private static final PrivacyRules STRICT =
            new PrivacyRules(
                    Duration.ofMillis(30_500),
                    List.of(
                            new Zone.Circle("home", -23.5, -46.6, 300),
                            new Zone.Polygon(
                                    "school",
                                    List.of(
                                            new GeoPoint(1, 2),
                                            new GeoPoint(1, 2.01),
                                            new GeoPoint(1.01, 2)))),
                    Precision.STREET,
                    false);

    @Test
    void readsBackWhatItWrote() {
        var decoded = PrivacyCodec.decode(PrivacyCodec.encode(STRICT));

        assertThat(decoded).isEqualTo(new Decoded.Accepted<>(STRICT));
    }

    @Test
    void takesWhatIsLeftOutAsOpen() {
        assertThat(decode("{}")).isEqualTo(new Decoded.Accepted<>(PrivacyRules.OPEN));
    }

    @Test
    void takesAZoneWithoutATypeAsACircle() {
        var decoded = decode("{'zones':[{'lat':1,'lng':2,'radius_m':50}]}");

        assertThat(decoded)
                .isEqualTo(
                        new Decoded.Accepted<>(
                                new PrivacyRules(
                                        Duration.ZERO,
                                        List.of(new Zone.Circle("", 1, 2, 50)),
                                        Precision.EXACT,
                                        true)));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(decode("{'delay_s':-1}")).hasToString("delay_s must be between 0 and 3600");
        assertThat(decode("{'precision':'vague'}")).asString().startsWith("precision must be one");
        assertThat(decode("{'sharing':'yes'}")).asString().startsWith("sharing must be");
        assertThat(decode("{'zones':[{'lng':2,'radius_m':50}]}"))
                .hasToString("zones[0].lat is missing");
        assertThat(decode("{'zones':[{'lat':1,'lng':2,'radius_m':1}]}"))
                .asString()
                .startsWith("zones[0].radius_m must be between");
        assertThat(decode("{'zones':[{'type':'polygon','points':[{'lat':1,'lng':2}]}]}"))
                .hasToString("zones[0].points must be 3 to 64");
    }

    @Test
    void refusesMoreZonesThanAnyoneHasHomes() {
        var zone = "{'lat':1,'lng':2,'radius_m':50},";
        var zones = zone.repeat(17);

        assertThat(decode("{'zones':[" + zones.substring(0, zones.length() - 1) + "]}"))
                .isInstanceOf(Decoded.Refused.class);
    }

    private static Decoded<PrivacyRules> decode(String json) {
        return switch (Json.readObject(json.replace('\'', '"'))) {
            case Decoded.Accepted<ObjectNode>(var node) -> PrivacyCodec.decode(node);
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError("not JSON: " + json);
        };
    }
}
