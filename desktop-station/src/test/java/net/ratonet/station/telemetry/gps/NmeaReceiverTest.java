package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class NmeaReceiverTest {

    private final NmeaReceiver receiver = new NmeaReceiver();

    @Test
    void reportsZerosUntilItSeesTheSky() {
        hear(Nmea.sentence("GNRMC,120000.00,V,,,,,,,241126,,,N,V"));

        assertThat(report()).isEqualTo(new GeoFix(0, 0, 0, 0, 0, 0, FixKind.NONE));
    }

    @Test
    void putsOneFixTogetherFromManySentences() {
        hear(Nmea.second(1));
        hear(Nmea.second(2));

        var fix = report();
        assertThat(fix.lat()).isCloseTo(Nmea.LAT, within(1e-9));
        assertThat(fix.lng()).isCloseTo(Nmea.LNG, within(1e-9));
        assertThat(fix.altitudeM()).isEqualTo(790.5);
        assertThat(fix.speedKmh()).isCloseTo(18.52, within(0.01));
        assertThat(fix.heading()).isEqualTo(90);
        assertThat(fix.satellites()).isEqualTo(15);
        assertThat(fix.fix()).isEqualTo(FixKind.THREE_D);
    }

    @Test
    void believesGsaThatAFixIsFlat() {
        hear(Nmea.sentence("GPGSA,A,2,01,02,03,,,,,,,,,,3.5,2.8,2.2"));
        hear(Nmea.sentence("GPGGA,120001.00,2333.6720,S,04639.5880,W,1,03,2.8,0.0,M,-3.0,M,,"));

        assertThat(report().fix()).isEqualTo(FixKind.TWO_D);
    }

    @Test
    void countsOnWhereGgaStops() {
        hear(Nmea.sentence("GPGSA,A,3,01,02,03,04,05,06,07,08,09,10,,,1.5,0.8,1.2"));
        hear(Nmea.sentence("GLGSA,A,3,65,66,67,68,69,70,71,,,,,,1.5,0.8,1.2"));
        hear(Nmea.sentence("GNGGA,120001.00,2333.6720,S,04639.5880,W,1,12,0.8,790.5,M,,M,,"));
        hear(Nmea.sentence("GNRMC,120001.00,A,2333.6720,S,04639.5880,W,0.0,,241126,,,A"));

        assertThat(report().satellites()).isEqualTo(17);
    }

    @Test
    void keepsThePlaceButNotTheFixInATunnel() {
        hear(Nmea.second(1));

        hear(Nmea.sentence("GNRMC,120002.00,V,,,,,,,241126,,,N,V"));

        assertThat(report().lat()).isCloseTo(Nmea.LAT, within(1e-9));
        assertThat(report().fix()).isEqualTo(FixKind.NONE);
        assertThat(report().speedKmh()).isZero();
    }

    @Test
    void callsAFixOldWhenTheReceiverIsSilent() {
        hear(Nmea.second(1));

        var later = receiver.report(Duration.ofSeconds(6).toNanos());

        assertThat(later.fix()).isEqualTo(FixKind.NONE);
    }

    @Test
    void callsAFixOldWhenTheReceiverForgetsTheTimeToo() {
        hear(Nmea.second(1));

        for (var second = 1; second < 7; second++) {
            var now = Duration.ofSeconds(second).toNanos();
            hear(List.of(Nmea.sentence("GNRMC,,V,,,,,,,,,,N,V")), now);
        }

        assertThat(receiver.report(Duration.ofSeconds(7).toNanos()).fix()).isEqualTo(FixKind.NONE);
    }

    private GeoFix report() {
        return receiver.report(0);
    }

    private void hear(String sentence) {
        hear(List.of(sentence));
    }

    private void hear(List<String> sentences) {
        hear(sentences, 0);
    }

    private void hear(List<String> sentences, long nowNanos) {
        for (var line : sentences) {
            assertThat(NmeaCodec.decode(line.strip()))
                    .isInstanceOfSatisfying(
                            Decoded.Accepted.class,
                            accepted -> receiver.accept((NmeaSentence) accepted.value(), nowNanos));
        }
    }
}
