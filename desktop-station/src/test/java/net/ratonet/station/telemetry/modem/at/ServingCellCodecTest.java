package net.ratonet.station.telemetry.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.modem.at.ServingCellCodec.Serving;
import org.junit.jupiter.api.Test;

final class ServingCellCodecTest {

    @Test
    void readsLteInOneLine() {
        var serving =
                decode(
                        "+QENG:"
                            + " \"servingcell\",\"NOCONN\",\"LTE\",\"FDD\",724,11,1AE0301,301,1850,3,"
                            + "5,5,2F3A,-93,-9,-63,12,8,-,38");

        assertThat(serving)
                .isEqualTo(
                        new Serving(
                                cell(RadioTechnology.LTE, "B3", 0x1AE0301, 301),
                                signal(-93, -9, 12)));
    }

    @Test
    void readsTheNewRadioBesideItsAnchor() {
        var serving =
                decode(
                        "+QENG: \"servingcell\",\"NOCONN\"",
                        "+QENG:"
                            + " \"LTE\",\"FDD\",724,11,1AE0301,301,1850,3,5,5,2F3A,-93,-9,-63,12,8,230,38",
                        "+QENG: \"NR5G-NSA\",724,11,77,-85,18,-11,627264,78,10,1");

        assertThat(serving)
                .isEqualTo(
                        new Serving(
                                cell(RadioTechnology.NR_WITH_LTE, "B3+n78", 0x1AE0301, 301),
                                signal(-85, -11, 18)));
    }

    @Test
    void goesBackToTheAnchorWhenTheNewRadioIsNotHeard() {
        var serving =
                decode(
                        "+QENG: \"servingcell\",\"CONNECT\"",
                        "+QENG:"
                            + " \"LTE\",\"FDD\",724,11,1AE0301,301,1850,3,5,5,2F3A,-93,-9,-63,12,8,230,38",
                        "+QENG: \"NR5G-NSA\",724,11,77,-32768,-32768,-32768,627264,78,10,1");

        assertThat(serving.signal()).isEqualTo(signal(-93, -9, 12));
        assertThat(serving.cell().technology()).isEqualTo(RadioTechnology.NR_WITH_LTE);
    }

    @Test
    void readsTheNewRadioAlone() {
        var serving =
                decode(
                        "+QENG: \"servingcell\",\"CONNECT\",\"NR5G-SA\",\"TDD\", 724,11,AB1234567,"
                                + "501,1F2A,627264,78,12,-80,-10,22,1,46");

        assertThat(serving)
                .isEqualTo(
                        new Serving(
                                cell(RadioTechnology.NR, "n78", 0xAB1234567L, 501),
                                signal(-80, -10, 22)));
    }

    @Test
    void takesDashesForNotKnown() {
        var serving =
                decode(
                        "+QENG:"
                            + " \"servingcell\",\"LIMSRV\",\"LTE\",\"FDD\",-,-,-,-,-,-,-,-,-,-,-,-,-");

        assertThat(serving)
                .isEqualTo(
                        new Serving(
                                new RadioCell(
                                        Optional.empty(),
                                        RadioTechnology.LTE,
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        OptionalInt.empty()),
                                RadioSignal.UNKNOWN));
    }

    @Test
    void knowsThatASearchingModemHasNoCell() {
        assertThat(decode("+QENG: \"servingcell\",\"SEARCH\"", "OK")).isEqualTo(Serving.NONE);
        assertThat(decode("ERROR")).isEqualTo(Serving.NONE);
    }

    @Test
    void namesOlderNetworks() {
        assertThat(
                        decode("+QENG: \"servingcell\",\"NOCONN\",\"WCDMA\",724,11,7D3,1F2A,10638")
                                .cell())
                .returns(RadioTechnology.UMTS, RadioCell::technology);
        assertThat(decode("+QENG: \"servingcell\",\"NOCONN\",\"GSM\",724,11,7D3,1F2A").cell())
                .returns(RadioTechnology.GSM, RadioCell::technology);
    }

    @Test
    void survivesAnyFields() {
        var random = new Random(5);
        var words = List.of("\"LTE\"", "\"NR5G-SA\"", "\"NR5G-NSA\"", "-", "", "99999999999", "x");
        for (var round = 0; round < 20_000; round++) {
            var line = new StringBuilder("+QENG: \"servingcell\"");
            for (var field = random.nextInt(25); field > 0; field--) {
                line.append(',').append(words.get(random.nextInt(words.size())));
            }

            assertThat(decode(line.toString())).isNotNull();
        }
    }

    private static Serving decode(String... lines) {
        return ServingCellCodec.decode(List.of(lines));
    }

    private static RadioCell cell(RadioTechnology technology, String band, long id, int pci) {
        return new RadioCell(
                Optional.empty(),
                technology,
                Optional.of(band),
                OptionalLong.of(id),
                OptionalInt.of(pci));
    }

    private static RadioSignal signal(double rsrp, double rsrq, double sinr) {
        return new RadioSignal(
                OptionalDouble.of(rsrp),
                OptionalDouble.of(rsrq),
                OptionalDouble.of(sinr),
                OptionalInt.empty());
    }
}
