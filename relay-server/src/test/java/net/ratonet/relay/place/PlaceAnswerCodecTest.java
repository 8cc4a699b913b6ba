package net.ratonet.relay.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class PlaceAnswerCodecTest {

    @Test
    void namesDistrictTownAndState() {
        assertThat(decode("{'address':{'suburb':'Centro','city':'Sorocaba','state':'São Paulo'}}"))
                .isEqualTo(named("Centro, Sorocaba, São Paulo", "Sorocaba, São Paulo"));
    }

    @Test
    void prefersTheFirstKindThatIsThere() {
        assertThat(
                        decode(
                                "{'address':{'city_district':'C','neighbourhood':'N','village':'V',"
                                        + "'municipality':'M','state':'S'}}"))
                .isEqualTo(named("N, V, S", "V, S"));
    }

    @Test
    void leavesOutWhatIsMissing() {
        assertThat(decode("{'address':{'town':'Itu','suburb':' '}}"))
                .isEqualTo(named("Itu", "Itu"));
    }

    @Test
    void fallsBackToTheDisplayName() {
        assertThat(decode("{'display_name':'Road 5, Nowhere','address':{'road':'Road 5'}}"))
                .isEqualTo(named("Road 5, Nowhere", ""));
    }

    @Test
    void aPlaceInTheOceanHasNoName() {
        assertThat(decode("{'error':'Unable to geocode'}")).isEqualTo(named("", ""));
    }

    @Test
    void survivesAnswersOfAnyShape() {
        assertThat(decode("{'address':[1],'display_name':{}}")).isEqualTo(named("", ""));
        assertThat(decode("{'address':{'city':7}}")).isInstanceOf(Decoded.Accepted.class);
        assertThat(decode("[]")).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("<html>")).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void cutsANameThatIsTooLong() {
        var accepted = decode("{'address':{'city':'" + "x".repeat(5_000) + "'}}");

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        named -> assertThat(((PlaceName) named.value()).full()).hasSize(200));
    }

    @Test
    void neverThrowsOnRandomBytes() {
        var random = new Random(3);
        var bytes = new byte[64];

        for (var round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(PlaceAnswerCodec.decode(text)).isNotNull();
        }
    }

    private static Decoded<PlaceName> decode(String json) {
        return PlaceAnswerCodec.decode(json.replace('\'', '"'));
    }

    private static Decoded<PlaceName> named(String full, String town) {
        return new Decoded.Accepted<>(new PlaceName(full, town));
    }
}
