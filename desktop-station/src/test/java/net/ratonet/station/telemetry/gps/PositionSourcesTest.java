package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.GpsDevice;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.serial.FakeSerialPorts;
import org.junit.jupiter.api.Test;

final class PositionSourcesTest {

    private static final GeoFix HERE = new GeoFix(1, 2, 0, 0, 0, 0, FixKind.TWO_D);

    @Test
    void staysAtAFixedPlace() throws IOException {
        assertThat(source(new GpsDevice.Fixed(1, 2)).orElseThrow().collect()).contains(HERE);
    }

    @Test
    void hasNoSourceWhenSwitchedOff() {
        assertThat(source(new GpsDevice.Off())).isEmpty();
    }

    @Test
    void takesTheFirstSourceThatAnswers() throws IOException {
        Collector<GeoFix> dead =
                () -> {
                    throw new IOException("dead");
                };
        var source = new FirstThatAnswers(List.of(dead, Optional::empty, () -> Optional.of(HERE)));

        assertThat(source.collect()).contains(HERE);
    }

    @Test
    void tellsWhatEverySourceLacks() {
        Collector<GeoFix> one =
                () -> {
                    throw new IOException("no gpsd");
                };
        Collector<GeoFix> two =
                () -> {
                    throw new IOException("no port");
                };

        assertThatIOException()
                .isThrownBy(new FirstThatAnswers(List.of(one, two))::collect)
                .withMessage("no GPS found: no gpsd; no port");
    }

    private static Optional<Collector<GeoFix>> source(GpsDevice device) {
        return PositionSources.of(device, new FakeSerialPorts(), new FakeTicker());
    }
}
