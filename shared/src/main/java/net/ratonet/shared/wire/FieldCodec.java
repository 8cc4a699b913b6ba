package net.ratonet.shared.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import net.ratonet.shared.telemetry.StreamerId;
import tools.jackson.databind.node.ObjectNode;

/// The envelope `{type, streamer_id, timestamp, data}` of the field protocol, to JSON and back.
public final class FieldCodec {

    /// A clock that was never set says 1970; beyond the year 9999 databases and pages fail.
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final int MOST_VALUES = 64;
    private static final int LONGEST_VALUE = 500;

    private FieldCodec() {}

    public static String encode(FieldEnvelope envelope) {
        var out =
                Json.object()
                        .put("type", typeOf(envelope.message()))
                        .put("streamer_id", envelope.streamerId().value())
                        .put(
                                "timestamp",
                                DateTimeFormatter.ISO_INSTANT.format(envelope.timestamp()));
        return Json.write(out.set("data", encodeData(envelope.message())));
    }

    /// Decodes a message that arrived on the connection of `sender` at `arrival`. Old agents may
    /// leave out the timestamp, which is then the time of arrival, and their own id.
    public static Decoded<FieldEnvelope> decode(String text, StreamerId sender, Instant arrival) {
        return Json.readObject(text).flatMap(node -> decodeEnvelope(node, sender, arrival));
    }

    private static Decoded<FieldEnvelope> decodeEnvelope(
            ObjectNode node, StreamerId sender, Instant arrival) {
        var in = new JsonFields(node);
        var type = in.text("type", 64);
        var timestamp = timestamp(in, arrival);
        if (!in.text("streamer_id", 64, sender.value()).equals(sender.value())) {
            in.refuse("streamer_id", "is not the streamer of this connection");
        }
        var data = in.object("data");
        if (!in.isFaultless()) {
            return in.refusal();
        }
        return decodeMessage(type, data)
                .map(message -> new FieldEnvelope(sender, timestamp, message));
    }

    private static Decoded<? extends FieldMessage> decodeMessage(String type, ObjectNode data) {
        return switch (type) {
            case "command" -> CommandCodec.decode(data).map(FieldMessage.Order::new);
            case "command_result" -> CommandCodec.decodeAnswer(data).map(FieldMessage.Answer::new);
            case "stream_status" -> decodeStatus(data);
            default -> ReadingCodec.decode(type, data).map(FieldMessage.Report::new);
        };
    }

    private static Decoded<FieldMessage> decodeStatus(ObjectNode data) {
        var in = new JsonFields(data);
        if (data.size() > MOST_VALUES) {
            in.refuse("data", "must have at most " + MOST_VALUES + " fields");
        }
        return in.finish(() -> new FieldMessage.Status(in.plainValues(LONGEST_VALUE)));
    }

    private static Instant timestamp(JsonFields in, Instant arrival) {
        var text = in.optionalText("timestamp", 64);
        if (text.isEmpty()) {
            return arrival;
        }
        try {
            var parsed = parse(text.get());
            if (parsed.isBefore(EARLIEST) || parsed.isAfter(LATEST)) {
                in.refuse("timestamp", "must lie between the years 1970 and 9999");
            }
            return parsed;
        } catch (DateTimeException mistake) {
            in.refuse("timestamp", "must be an ISO-8601 time");
            return arrival;
        }
    }

    /// Python's isoformat() leaves out the offset of a time it believes to be UTC.
    private static Instant parse(String text) {
        var parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
                ? time.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    private static String typeOf(FieldMessage message) {
        return switch (message) {
            case FieldMessage.Report(var reading) -> ReadingCodec.typeOf(reading);
            case FieldMessage.Status _ -> "stream_status";
            case FieldMessage.Order _ -> "command";
            case FieldMessage.Answer _ -> "command_result";
        };
    }

    private static ObjectNode encodeData(FieldMessage message) {
        return switch (message) {
            case FieldMessage.Report(var reading) -> ReadingCodec.encode(reading);
            case FieldMessage.Status(var values) -> encodeFlat(values);
            case FieldMessage.Order(var order) -> CommandCodec.encode(order);
            case FieldMessage.Answer(var answer) -> CommandCodec.encode(answer);
        };
    }

    private static ObjectNode encodeFlat(Map<String, String> values) {
        var out = Json.object();
        values.forEach(out::put);
        return out;
    }
}
