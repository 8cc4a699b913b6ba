package net.ratonet.relay.health;

import java.util.Arrays;
import net.ratonet.relay.config.Language;

/// One thing to tell a person, in every language that the relay speaks.
public record Sentence(String portuguese, String english) {

    /// Fills the same values into both templates, numbers written as each language writes them. A
    /// sentence among the values is filled in its own language.
    public Sentence with(Object... values) {
        return new Sentence(
                String.format(
                        Language.PORTUGUESE.locale(),
                        portuguese,
                        spoken(values, Language.PORTUGUESE)),
                String.format(
                        Language.ENGLISH.locale(), english, spoken(values, Language.ENGLISH)));
    }

    private static Object[] spoken(Object[] values, Language language) {
        return Arrays.stream(values)
                .map(value -> value instanceof Sentence inner ? inner.in(language) : value)
                .toArray();
    }

    public String in(Language language) {
        return switch (language) {
            case PORTUGUESE -> portuguese;
            case ENGLISH -> english;
        };
    }
}
