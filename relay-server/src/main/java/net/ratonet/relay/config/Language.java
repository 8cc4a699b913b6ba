package net.ratonet.relay.config;

import java.util.Locale;

/// The languages that the relay speaks to people.
public enum Language {
    PORTUGUESE("pt", "pt-BR"),
    ENGLISH("en", "en");

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /// As settings name it.
    public String code() {
        return code;
    }

    /// How this language writes numbers.
    public Locale locale() {
        return locale;
    }
}
