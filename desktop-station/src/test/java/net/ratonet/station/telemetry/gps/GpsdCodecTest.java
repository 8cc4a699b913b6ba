package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class GpsdCodecTest {

    @Test
    void readsAPosition() {
        var message =
                accepted(
                        """
                        {"class":"TPV","device":"/dev/ttyUSB0","mode":3,"time":"2026-01-01T12:00:05.000Z",\
                        "lat":-23.5612,"lon":-46.6598,"altHAE":787.5,"altMSL":790.5,"track":90.0,\
                        "speed":5.144,"climb":0.0,"eph":15.2}\
                        """);

        assertThat(message)
                .isEqualTo(
                        new GpsdMessage.Position(
                                new PartialFix(
                                        "2026-01-01T12:00:05.000Z",
                                        FixKind.THREE_D,
                                        OptionalDouble.of(-23.5612),
                                        OptionalDouble.of(-46.6598),
                                        OptionalDouble.of(790.5),
                                        OptionalDouble.of(5.144),
                                        OptionalDouble.of(90))));
    }

    @Test
    void readsAPositionThatIsNone() {
        assertThat(accepted("{\"class\":\"TPV\",\"mode\":1}"))
                .isEqualTo(new GpsdMessage.Position(PartialFix.NOTHING));
    }

    @Test
    void countsSatellitesAsNewAndAsOldGpsdTellsThem() {
        assertThat(accepted("{\"class\":\"SKY\",\"uSat\":9,\"nSat\":20}"))
                .isEqualTo(new GpsdMessage.Sky(OptionalInt.of(9)));
        assertThat(
                        accepted(
                                "{\"class\":\"SKY\",\"satellites\":[{\"PRN\":1,\"used\":true},"
                                        + "{\"PRN\":2,\"used\":false},{\"PRN\":3,\"used\":true}]}"))
                .isEqualTo(new GpsdMessage.Sky(OptionalInt.of(2)));
        assertThat(accepted("{\"class\":\"SKY\",\"hdop\":0.9}"))
                .isEqualTo(new GpsdMessage.Sky(OptionalInt.empty()));
    }

    @Test
    void knowsWhatElseGpsdSays() {
        assertThat(accepted("{\"class\":\"VERSION\",\"release\":\"3.22\",\"proto_major\":3}"))
                .isEqualTo(new GpsdMessage.Version("3.22", 3));
        assertThat(accepted("{\"class\":\"DEVICES\",\"devices\":[{\"path\":\"/dev/x\"}]}"))
                .isEqualTo(new GpsdMessage.Devices(1));
        assertThat(accepted("{\"class\":\"ERROR\",\"message\":\"bad request\"}"))
                .isEqualTo(new GpsdMessage.Trouble("bad request"));
        assertThat(accepted("{\"class\":\"POLL\"}")).isEqualTo(new GpsdMessage.Other("POLL"));
    }

    @Test
    void refusesWhatIsNoPlaceAndNoJson() {
        assertThat(GpsdCodec.decode("{\"class\":\"TPV\",\"mode\":3,\"lat\":91,\"lon\":0}"))
                .isInstanceOf(Decoded.Refused.class);
        assertThat(GpsdCodec.decode("{\"class\":\"TPV\",\"lat\":nan}"))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(GpsdCodec.decode("{}")).isInstanceOf(Decoded.Refused.class);
    }

    private static GpsdMessage accepted(String line) {
        return switch (GpsdCodec.decode(line)) {
            case Decoded.Accepted<GpsdMessage>(var message) -> message;
            case Decoded.Refused<GpsdMessage> refused -> throw new AssertionError(refused);
            case Decoded.Malformed<GpsdMessage> malformed -> throw new AssertionError(malformed);
        };
    }
}
