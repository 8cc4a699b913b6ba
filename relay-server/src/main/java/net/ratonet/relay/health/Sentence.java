package net.ratonet.relay.health;

/// One thing to tell a person, in every language that the relay speaks.
public record Sentence(String portuguese, String english) {

    /// Fills the same values into both templates, numbers written as each language writes them.
    public Sentence with(Object... values) {
        return new Sentence(
                String.format(Language.PORTUGUESE.locale(), portuguese, values),
                String.format(Language.ENGLISH.locale(), english, values));
    }

    public String in(Language language) {
        return switch (language) {
            case PORTUGUESE -> portuguese;
            case ENGLISH -> english;
        };
    }
}
