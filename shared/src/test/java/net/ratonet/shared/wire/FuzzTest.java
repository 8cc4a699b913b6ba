package net.ratonet.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever arrives, the codec answers with a value whose words are short.
final class FuzzTest {

    private static final String[] SNIPPETS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "-",
        "1e400",
        "-0.0",
        "NaN",
        "1e-400",
        "99999999999999999999",
        "\"\"",
        "\\u0000",
        "\\ud800",
        "\"type\"",
        "\"data\"",
        "{}",
        "[]",
        "\u0000",
        "\ufeff",
        "🐀",
        "{\"a\":",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
    };

    @Test
    void answersRandomBytes() {
        var random = new Random(11);

        for (var i = 0; i < 30_000; i++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);

            assertSane(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void answersRandomGrammar() {
        var random = new Random(12);

        for (var i = 0; i < 30_000; i++) {
            var text = new StringBuilder("{\"type\":\"gps\",\"data\":");
            for (var part = random.nextInt(12); part > 0; part--) {
                text.append(SNIPPETS[random.nextInt(SNIPPETS.length)]);
            }

            assertSane(text.toString());
        }
    }

    @Test
    void answersDamagedMessages() {
        var random = new Random(13);
        var messages = new RandomMessages(13);

        for (var i = 0; i < 60_000; i++) {
            var text = new StringBuilder(FieldCodec.encode(messages.envelope()));
            for (var wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
                damage(text, random);
            }

            assertSane(text.toString());
        }
    }

    private static void damage(StringBuilder text, Random random) {
        var from = random.nextInt(text.length() + 1);
        var to = Math.min(text.length(), from + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            case 2 -> text.replace(from, to, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            default -> text.insert(from, text.substring(from, to));
        }
    }

    private static void assertSane(String text) {
        var decoded = Messages.decode(text);

        switch (decoded) {
            case Decoded.Accepted<FieldEnvelope>(var envelope) ->
                    assertThat(Messages.accepted(FieldCodec.encode(envelope))).isEqualTo(envelope);
            case Decoded.Refused<FieldEnvelope>(var field, var reason) -> {
                assertThat(field).isNotBlank();
                assertReadable(field + " " + reason);
            }
            case Decoded.Malformed<FieldEnvelope>(var reason) -> assertReadable(reason);
        }
    }

    private static void assertReadable(String words) {
        assertThat(words).isNotBlank().hasSizeLessThan(120);
        assertThat(words.chars().noneMatch(Character::isISOControl)).isTrue();
    }
}
