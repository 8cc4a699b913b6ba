package net.ratonet.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StreamerId;

/// Short words for the codec's tests: one sender, one time of arrival.
final class Messages {

    static final StreamerId SENDER = new StreamerId("rato");
    static final Instant ARRIVAL = Instant.parse("2026-06-01T12:00:05Z");

    private Messages() {}

    static Decoded<FieldEnvelope> decode(String text) {
        return FieldCodec.decode(text, SENDER, ARRIVAL);
    }

    static FieldEnvelope accepted(String text) {
        var decoded = decode(text);
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        return ((Decoded.Accepted<FieldEnvelope>) decoded).value();
    }

    static Reading reading(String text) {
        return ((FieldMessage.Report) accepted(text).message()).reading();
    }

    /// The refusal as a person reads it, field first.
    static String refusal(String text) {
        var decoded = decode(text);
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        return decoded.toString();
    }

    static String malformation(String text) {
        var decoded = decode(text);
        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        return ((Decoded.Malformed<FieldEnvelope>) decoded).reason();
    }

    static String message(String type, String data) {
        return "{\"type\":\"%s\",\"streamer_id\":\"rato\",\"data\":%s}".formatted(type, data);
    }
}
