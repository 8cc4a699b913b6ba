package net.ratonet.relay.health;

import java.util.Locale;

/// The languages that the relay speaks to a streamer.
public enum Language {
    PORTUGUESE("pt-BR"),
    ENGLISH("en");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /// How this language writes numbers.
    public Locale locale() {
        return locale;
    }
}
