package net.ratonet.relay.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

final class AskedPlacesTest {

    private static final StreamerId RATO = new StreamerId("rato");
    private static final GeoPoint HERE = new GeoPoint(10, 20);
    private static final long LONG_AGO = Duration.ofMinutes(5).toNanos();

    private final AskedPlaces asked = new AskedPlaces();

    @Test
    void asksAboutTheFirstPosition() {
        assertThat(asked.isDue(RATO, HERE, 0)).isTrue();
    }

    @Test
    void neverAsksAboutTheZerosOfAnAgentWithoutGps() {
        assertThat(asked.isDue(RATO, new GeoPoint(0, 0), 0)).isFalse();
    }

    @Test
    void asksAgainOnlyAfterMoreThan150Metres() {
        asked.asked(RATO, HERE, 0);

        assertThat(asked.isDue(RATO, new GeoPoint(10.00134, 20), 1)).isFalse();
        assertThat(asked.isDue(RATO, new GeoPoint(10.00136, 20), 1)).isTrue();
    }

    @Test
    void asksAgainAfterMoreThan300Seconds() {
        asked.asked(RATO, HERE, 0);

        assertThat(asked.isDue(RATO, HERE, LONG_AGO)).isFalse();
        assertThat(asked.isDue(RATO, HERE, LONG_AGO + 1)).isTrue();
    }

    @Test
    void asksAnewAfterForgetting() {
        asked.asked(RATO, HERE, 0);

        asked.forget(RATO);

        assertThat(asked.isDue(RATO, HERE, 1)).isTrue();
    }
}
