package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GpsdCollectorTest {

    private static final String VERSION =
            "{\"class\":\"VERSION\",\"release\":\"3.22\",\"proto_major\":3,\"proto_minor\":14}";
    private static final String DEVICES =
            "{\"class\":\"DEVICES\",\"devices\":[{\"class\":\"DEVICE\",\"path\":\"/dev/a\"}]}";
    private static final String NO_DEVICES = "{\"class\":\"DEVICES\",\"devices\":[]}";

    private final FakeTicker ticker = new FakeTicker();
    private FakeGpsd gpsd;
    private GpsdCollector collector;

    @BeforeEach
    void open() throws IOException {
        start(VERSION, DEVICES);
    }

    @AfterEach
    void close() throws IOException {
        collector.close();
        gpsd.close();
    }

    @Test
    void asksForReportsAndTurnsThemIntoAFix() throws Exception {
        collector.collect();

        gpsd.say(
                "{\"class\":\"SKY\",\"uSat\":9}\r\n"
                    + "{\"class\":\"TPV\",\"mode\":3,\"time\":\"t1\",\"lat\":-23.5,\"lon\":-46.5,"
                    + "\"altMSL\":790,\"speed\":10,\"track\":45}");
        var fix = collector.collect().orElseThrow();

        assertThat(fix).isEqualTo(new GeoFix(-23.5, -46.5, 36, 790, 45, 9, FixKind.THREE_D));
        Await.until(
                "gpsd is asked for reports",
                () -> gpsd.requests().equals(List.of(GpsdCodec.WATCH.strip())));
    }

    @Test
    void mergesTheReportsOfOneInstant() throws Exception {
        collector.collect();

        gpsd.say(
                "{\"class\":\"TPV\",\"mode\":2,\"time\":\"t1\",\"lat\":1,\"lon\":2,\"speed\":5}\r\n"
                    + "{\"class\":\"TPV\",\"mode\":3,\"time\":\"t1\",\"lat\":1,\"lon\":2,\"altMSL\":7}");
        var fix = collector.collect().orElseThrow();

        assertThat(fix.speedKmh()).isEqualTo(18);
        assertThat(fix.altitudeM()).isEqualTo(7);
        assertThat(fix.fix()).isEqualTo(FixKind.THREE_D);
    }

    @Test
    void keepsTheLastPlaceWithoutAFix() throws Exception {
        collector.collect();
        gpsd.say("{\"class\":\"TPV\",\"mode\":3,\"time\":\"t1\",\"lat\":1,\"lon\":2,\"speed\":5}");
        collector.collect();

        gpsd.say("{\"class\":\"TPV\",\"mode\":1,\"time\":\"t2\"}");
        var fix = collector.collect().orElseThrow();

        assertThat(fix).isEqualTo(new GeoFix(1, 2, 0, 0, 0, 0, FixKind.NONE));
    }

    @Test
    void saysWhenNobodyIsThere() throws Exception {
        gpsd.close();

        assertThatIOException()
                .isThrownBy(collector::collect)
                .withMessageStartingWith("no gpsd at localhost:" + gpsd.port() + ": ");
    }

    @Test
    void waitsBeforeItTriesAgainAndSaysTheSameMeanwhile() throws Exception {
        gpsd.close();
        var first = message();

        gpsd = new FakeGpsd(gpsd.port(), VERSION, DEVICES);
        assertThat(message()).isEqualTo(first);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(collector.collect()).isPresent();
    }

    @Test
    void comesBackAfterAHangUp() throws Exception {
        collector.collect();
        Await.until("gpsd was asked", () -> gpsd.requests().size() == 1);
        gpsd.hangUp();
        assertThat(messageOfTheNextFailure()).contains("hung up");

        ticker.advance(Duration.ofSeconds(1));

        assertThat(collector.collect()).isPresent();
        Await.until("gpsd was asked again", () -> gpsd.requests().size() == 2);
    }

    @Test
    void leavesAGpsdThatDoesNotAnswerAnyMore() throws Exception {
        collector.collect();

        ticker.advance(Duration.ofSeconds(11));
        collector.collect();
        ticker.advance(Duration.ofSeconds(10));

        assertThatIOException().isThrownBy(collector::collect).withMessageContaining("not answer");
        Await.until(
                "gpsd was asked for a sign of life",
                () -> gpsd.requests().contains(GpsdCodec.DEVICES.strip()));
    }

    @Test
    void saysThatGpsdHasNoReceiver() throws Exception {
        restart(VERSION, NO_DEVICES);

        assertThatIOException()
                .isThrownBy(collector::collect)
                .withMessageContaining("no GPS receiver: plug one in");
    }

    @Test
    void saysThatItSpeaksAnotherProtocol() throws Exception {
        restart("{\"class\":\"VERSION\",\"release\":\"9.0\",\"proto_major\":9}");

        assertThatIOException().isThrownBy(collector::collect).withMessageContaining("protocol 9");
    }

    private void restart(String... greeting) throws IOException {
        close();
        start(greeting);
    }

    private void start(String... greeting) throws IOException {
        gpsd = new FakeGpsd(greeting);
        collector = new GpsdCollector("localhost", gpsd.port(), ticker);
    }

    /// What was said before the hang-up may still come in pieces.
    private String messageOfTheNextFailure() {
        var message = "";
        while (message.isEmpty()) {
            try {
                collector.collect();
            } catch (IOException lost) {
                message = String.valueOf(lost.getMessage());
            }
        }
        return message;
    }

    private String message() {
        try {
            throw new AssertionError(collector.collect());
        } catch (IOException expected) {
            return String.valueOf(expected.getMessage());
        }
    }
}
