package net.ratonet.shared.wire;

import static net.ratonet.shared.wire.Messages.malformation;
import static net.ratonet.shared.wire.Messages.message;
import static net.ratonet.shared.wire.Messages.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is a value with the field's name in plain English, and the connection lives on.
final class RefusalTest {

    @Test
    void aBadLatitudeIsRefusedByNameInsteadOfClosingTheAgent() {
        assertThat(refusal(message("gps", "{\"lat\":\"abc\",\"lng\":1}")))
                .isEqualTo("lat must be a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "91 | must be between -90 and 90",
                "-90.0001 | must be between -90 and 90",
                "1e400 | must be between -90 and 90",
                "-1e400 | must be between -90 and 90",
                "1e99999999999 | must be between -90 and 90",
                "9223372036854775808 | must be between -90 and 90",
                "\"45.5\" | must be a number",
                "\"NaN\" | must be a number",
                "true | must be a number",
                "[1] | must be a number",
                "{} | must be a number",
                "null | is missing"
            })
    void refusesALatitudeThatIsNone(String written, String reason) {
        assertThat(refusal(message("gps", "{\"lat\":%s,\"lng\":1}".formatted(written))))
                .isEqualTo("lat " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gps | {\"lat\":1} | lng is missing",
                "gps | {\"lat\":1,\"lng\":181} | lng must be between -180 and 180",
                "gps | {\"lat\":1,\"lng\":1,\"fix\":\"4d\"} | fix must be one of none, 2d, 3d",
                "gps | {\"lat\":1,\"lng\":1,\"fix\":3} | fix must be text",
                "gps | {\"lat\":1,\"lng\":1,\"satellites\":8.5} | satellites must be a whole"
                        + " number",
                "gps | {\"lat\":1,\"lng\":1,\"satellites\":-1} | satellites must be between 0 and"
                        + " 1000",
                "gps | {\"lat\":1,\"lng\":1,\"speed_kmh\":1e10} | speed_kmh must be between 0 and"
                        + " 1000000000",
                "hardware | {\"battery_percent\":101} | battery_percent must be between 0 and 100",
                "hardware | {\"battery_charging\":\"yes\"} | battery_charging must be true or"
                        + " false",
                "hardware | {\"battery_charging\":1} | battery_charging must be true or false",
                "network | {\"links\":{}} | links must be a list of at most 64",
                "network | {\"links\":[7]} | links[0] must be an object",
                "network | {\"links\":[null]} | links[0] must be an object",
                "network | {\"links\":[{}]} | links[0].interface is missing",
                "network | {\"links\":[{\"interface\":\" \"}]} | links[0].interface must not be"
                        + " blank",
                "starlink | {\"uptime_s\":-1} | uptime_s must be between 0 and 1000000000",
                "health | {\"score\":101} | score must be between 0 and 100",
                "health | {\"score\":99999999999999999999} | score must be between 0 and 100",
                "health | {\"state\":\"great\"} | state must be one of healthy, degraded, critical,"
                        + " down",
                "health | {\"active_links\":3,\"total_links\":2} | total_links must not be below"
                        + " active_links",
                "command | {\"action\":\"live\"} | id is missing",
                "command | {\"id\":\"\",\"action\":\"live\"} | id must not be blank",
                "command_result | {\"id\":\"7\"} | explanation must say why the order was not done"
            })
    void namesTheFieldAndWhatIsAllowed(String type, String data, String expected) {
        assertThat(refusal(message(type, data))).isEqualTo(expected);
    }

    @Test
    void namesThePlaceInAList() {
        var links =
                """
                {"links":[{"interface":"a"},{"interface":"b"},{"interface":"c","rtt_ms":-1},
                          {"interface":"d","score":101}]}\
                """;

        assertThat(refusal(message("network", links)))
                .isEqualTo("links[2].rtt_ms must be between 0 and 1000000000");
    }

    @Test
    void refusesMoreLinksThanABackpackHolds() {
        var links =
                IntStream.range(0, 65)
                        .mapToObj("{\"interface\":\"x%d\"}"::formatted)
                        .collect(Collectors.joining(",", "{\"links\":[", "]}"));

        assertThat(refusal(message("network", links)))
                .isEqualTo("links must be a list of at most 64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":{}} | type is missing",
                "{\"type\":7,\"data\":{}} | type must be text",
                "{\"type\":\"gps\"} | data must be an object",
                "{\"type\":\"gps\",\"data\":[]} | data must be an object",
                "{\"type\":\"teapot\",\"data\":{}} | type is no kind of reading: \"teapot\"",
                "{\"type\":\"GPS\",\"data\":{}} | type is no kind of reading: \"GPS\"",
                "{\"type\":\"gps\",\"streamer_id\":\"another\",\"data\":{}} | streamer_id is not"
                        + " the streamer of this connection",
                "{\"type\":\"gps\",\"streamer_id\":7,\"data\":{}} | streamer_id must be text"
            })
    void refusesAnEnvelopeThatIsNone(String text, String expected) {
        assertThat(refusal(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, must be an ISO-8601 time",
        "'', must be an ISO-8601 time",
        "2026-06-01, must be an ISO-8601 time",
        "2026-13-01T00:00:00Z, must be an ISO-8601 time",
        "1969-12-31T23:59:59Z, must lie between the years 1970 and 9999",
        "+10000-01-01T00:00:00Z, must lie between the years 1970 and 9999",
        "+999999999-12-31T23:59:59-18:00, must lie between the years 1970 and 9999",
        "-999999999-01-01T00:00:00+18:00, must lie between the years 1970 and 9999"
    })
    void refusesATimeThatIsNone(String written, String reason) {
        var text =
                "{\"type\":\"gps\",\"timestamp\":\"%s\",\"data\":{\"lat\":1,\"lng\":1}}"
                        .formatted(written);

        assertThat(refusal(text)).isEqualTo("timestamp " + reason);
    }

    @Test
    void refusesATimestampThatIsANumber() {
        assertThat(refusal("{\"type\":\"gps\",\"timestamp\":1717243200,\"data\":{}}"))
                .isEqualTo("timestamp must be text");
    }

    @Test
    void refusesTextThatIsTooLong() {
        var data = "{\"message\":\"%s\"}".formatted("x".repeat(501));

        assertThat(refusal(message("health", data)))
                .isEqualTo("message must have at most 500 characters");
    }

    @Test
    void refusesAStatusOfTooManyOrTooLongValues() {
        var many =
                IntStream.range(0, 65)
                        .mapToObj("\"k%d\":1"::formatted)
                        .collect(Collectors.joining(",", "{", "}"));
        var longName = "{\"%s\":1}".formatted("n".repeat(501));

        assertThat(refusal(message("stream_status", many)))
                .isEqualTo("data must have at most 64 fields");
        assertThat(refusal(message("stream_status", longName)))
                .isEqualTo("\"%s…\" must have at most 500 characters".formatted("n".repeat(40)));
    }

    @Test
    void repeatsOnlyAShortHarmlessPieceOfWhatItDoesNotKnow() {
        var type = "\\u001b[31m\\n" + "t".repeat(50);
        var action = "\\u202e" + "a".repeat(150);
        var order = "{\"id\":\"1\",\"action\":\"%s\"}".formatted(action);

        assertThat(refusal("{\"type\":\"%s\",\"data\":{}}".formatted(type)))
                .isEqualTo("type is no kind of reading: \"?[31m?%s…\"".formatted("t".repeat(34)));
        assertThat(refusal(message("command", order)))
                .isEqualTo("action is unknown: \"?%s…\"".formatted("a".repeat(39)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty",
                "`   ` | empty",
                "[] | not a JSON object",
                "null | not a JSON object",
                "7 | not a JSON object",
                "\"gps\" | not a JSON object",
                "hello | not JSON near character 1",
                "{'type':'gps'} | not JSON near character 2",
                "{\"lat\":NaN} | not JSON near character 11",
                "{\"lat\":Infinity} | not JSON near character 16",
                "{\"lat\":-Infinity} | not JSON near character 17",
                "{\"lat\":01} | not JSON near character 9",
                "{\"type\":\"gps\" | cut off before its end",
                "{\"type\":\"gp | cut off before its end",
                "{\"a\":1,\"a\":2} | a repeated name, or text after the end",
                "{}{} | a repeated name, or text after the end"
            })
    void saysWhyTextIsNoMessage(String text, String reason) {
        assertThat(malformation(text)).isEqualTo(reason);
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        var deep = message("gps", "[".repeat(40) + "]".repeat(40));

        assertThat(malformation(deep)).isEqualTo("longer or deeper than a message may be");
    }

    @Test
    void refusesHugeTextHugeNumbersAndHugeNames() {
        var reason = "longer or deeper than a message may be";

        assertThat(malformation(message("health", "{\"message\":\"" + "x".repeat(70_000) + "\"}")))
                .isEqualTo(reason);
        assertThat(malformation(message("gps", "{\"lat\":" + "1".repeat(10_000) + "}")))
                .isEqualTo(reason);
        assertThat(malformation(message("gps", "{\"" + "n".repeat(60_000) + "\":1}")))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":secret-stream-key}",
                "{\"type\":\"gps\",\"type\":\"secret-stream-key\"}",
                "secret-stream-key",
                "{\"secret-stream-key\":1,\"secret-stream-key\":2}"
            })
    void neverRepeatsTheTextThatItCouldNotRead(String text) {
        assertThat(malformation(text)).doesNotContain("secret").doesNotContain("tools.jackson");
    }
}
