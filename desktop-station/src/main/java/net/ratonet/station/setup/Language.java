package net.ratonet.station.setup;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the wizard speaks.
public enum Language {
    ENGLISH,
    PORTUGUESE;

    /// As the system is set; English where it says nothing that is spoken here.
    public static Language of(Map<String, String> environment, Locale fallback) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .or(() -> Optional.of(fallback.getLanguage()))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("pt"))
                .map(_ -> PORTUGUESE)
                .orElse(ENGLISH);
    }

    static Optional<Language> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "en", "english", "inglês", "ingles" -> Optional.of(ENGLISH);
            case "pt", "pt-br", "pt_br", "português", "portugues" -> Optional.of(PORTUGUESE);
            default -> Optional.empty();
        };
    }

    String code() {
        return switch (this) {
            case ENGLISH -> "en";
            case PORTUGUESE -> "pt";
        };
    }
}
