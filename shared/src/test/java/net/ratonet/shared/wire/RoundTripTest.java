package net.ratonet.shared.wire;

import static net.ratonet.shared.wire.Messages.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.Test;

final class RoundTripTest {

    @Test
    void everyMessageComesBackAsItWas() {
        var messages = new RandomMessages(1);

        for (var i = 0; i < 20_000; i++) {
            var envelope = messages.envelope();

            assertThat(accepted(FieldCodec.encode(envelope))).isEqualTo(envelope);
        }
    }

    @Test
    void everyKindOfReadingAndCommandIsAmongThem() {
        var messages = new RandomMessages(1);
        var kinds = new HashSet<Class<?>>();

        for (var i = 0; i < 1_000; i++) {
            kinds.add(messages.reading().getClass());
            kinds.add(messages.command().getClass());
        }

        assertThat(kinds).hasSize(5 + StationCommand.class.getPermittedSubclasses().length);
    }

    @Test
    void writesTheEnvelopeThatOldRelaysRead() {
        var gps = new GeoFix(-23.5, -46.25, 12, 760, 90, 9, FixKind.THREE_D);

        var text =
                FieldCodec.encode(
                        new FieldEnvelope(
                                Messages.SENDER,
                                Messages.ARRIVAL.plusMillis(250),
                                new FieldMessage.Report(gps)));

        assertThat(text)
                .isEqualTo(
                        """
                        {"type":"gps","streamer_id":"rato","timestamp":"2026-06-01T12:00:05.250Z",\
                        "data":{"lat":-23.5,"lng":-46.25,"speed_kmh":12.0,"altitude_m":760.0,\
                        "heading":90.0,"satellites":9,"fix":"3d"}}\
                        """);
    }

    @Test
    void readsANegativeZeroAsZero() {
        var text = Messages.message("gps", "{\"lat\":-0.0,\"lng\":-0.0,\"speed_kmh\":-0.0}");

        assertThat(Messages.reading(text)).isEqualTo(new GeoFix(0, 0, 0, 0, 0, 0, FixKind.NONE));
    }
}
