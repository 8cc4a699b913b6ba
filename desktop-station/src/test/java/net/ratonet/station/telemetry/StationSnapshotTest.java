package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StationSnapshotTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void showsAModemThatWasFoundInTwoWaysOnceAndAsTheOneThatKnowsMore() {
        var poor = modem("wwan0", OptionalInt.empty());
        var rich = modem("wwan0", OptionalInt.of(301));
        var other = modem("wwan1", OptionalInt.empty());

        var snapshot =
                StationSnapshot.EMPTY
                        .withModems("at", new Timed<>(List.of(rich), NOON))
                        .withModems("modemmanager", new Timed<>(List.of(poor, other), NOON));

        assertThat(snapshot.allModems()).containsExactly(rich, other);
    }

    @Test
    void forgetsWhatAWayOfLookingDoesNotFindAnyMore() {
        var snapshot =
                StationSnapshot.EMPTY
                        .withModems(
                                "hilink",
                                new Timed<>(List.of(modem("usb0", OptionalInt.empty())), NOON))
                        .withModems("hilink", new Timed<>(List.of(), NOON.plusSeconds(5)));

        assertThat(snapshot.allModems()).isEmpty();
    }

    private static ModemReading modem(String link, OptionalInt pci) {
        return new ModemReading(
                "modem",
                Optional.of(link),
                new RadioCell(
                        Optional.of("Vivo"),
                        RadioTechnology.LTE,
                        Optional.empty(),
                        OptionalLong.empty(),
                        pci),
                RadioSignal.UNKNOWN,
                SimState.READY,
                false,
                OptionalLong.empty());
    }
}
