package net.ratonet.station.telemetry.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class HostCollectorTest {

    @Test
    void readsThisMachine() throws IOException {
        var collector = new HostCollector(Path.of("").toAbsolutePath());

        collector.collect();
        var reading = collector.collect().orElseThrow();

        assertThat(reading.ramPercent()).isBetween(0.1, 100.0);
        assertThat(reading.diskPercent()).isBetween(0.0, 100.0);
        assertThat(reading.cpuPercent()).isBetween(0.0, 100.0);
    }

    @Test
    void saysWhichPlaceItCannotRead() {
        var collector = new HostCollector(Path.of("/no/such/place"));

        assertThatIOException()
                .isThrownBy(collector::collect)
                .withMessageContaining("/no/such/place");
    }
}
