package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.Random;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class NmeaCodecTest {

    /// A sentence whose checksum is published: it comes from the standard's own examples.
    private static final String KNOWN =
            "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47";

    @Test
    void readsASentenceWithItsFields() {
        var sentence = accepted(KNOWN);

        assertThat(sentence.talker()).isEqualTo("GP");
        assertThat(sentence.type()).isEqualTo("GGA");
        assertThat(sentence.field(1)).isEqualTo("123519");
        assertThat(sentence.angle(2, 90).orElseThrow()).isCloseTo(48.1173, within(1e-4));
        assertThat(sentence.angle(4, 180).orElseThrow()).isCloseTo(11.516667, within(1e-6));
        assertThat(sentence.field(14)).isEmpty();
        assertThat(sentence.field(99)).isEmpty();
    }

    @Test
    void readsSouthAndWestAsNegative() {
        var sentence = accepted(Nmea.second(0).getFirst().strip());

        assertThat(sentence.angle(2, 90).orElseThrow()).isCloseTo(Nmea.LAT, within(1e-9));
        assertThat(sentence.angle(4, 180).orElseThrow()).isCloseTo(Nmea.LNG, within(1e-9));
    }

    @Test
    void refusesADamagedSentence() {
        assertThat(NmeaCodec.decode(KNOWN.replace("4807", "4907")))
                .isEqualTo(new Decoded.Malformed<>("its checksum is wrong"));
        assertThat(NmeaCodec.decode(KNOWN.substring(0, KNOWN.length() - 3)))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void findsTheSentenceBehindNoise() {
        assertThat(accepted("\u0000\u00FF$GP" + KNOWN).type()).isEqualTo("GGA");
    }

    @Test
    void leavesAMakersOwnSentencesAlone() {
        var own = Nmea.sentence("PMTK001,314,3").strip();

        assertThat(NmeaCodec.decode(own)).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void takesNoAngleThatIsNoPlace() {
        var sentence = accepted(Nmea.sentence("GPGLL,9999.0,N,xx,E,,A").strip());

        assertThat(sentence.angle(1, 90)).isEqualTo(OptionalDouble.empty());
        assertThat(sentence.angle(3, 180)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            var text = "$" + new String(bytes, StandardCharsets.ISO_8859_1) + "*00";

            assertThat(NmeaCodec.decode(text)).isNotNull();
        }
    }

    private static NmeaSentence accepted(String line) {
        return switch (NmeaCodec.decode(line)) {
            case Decoded.Accepted<NmeaSentence>(var sentence) -> sentence;
            case Decoded.Refused<NmeaSentence> refused -> throw new AssertionError(refused);
            case Decoded.Malformed<NmeaSentence> malformed -> throw new AssertionError(malformed);
        };
    }
}
