package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.relay.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptedLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en                        | ENGLISH
                    en-GB,en;q=0.9            | ENGLISH
                    pt-BR                     | PORTUGUESE
                    PT                        | PORTUGUESE
                    fr, en;q=0.5, pt;q=0.8    | PORTUGUESE
                    de;q=0.9, en;q=0.1        | ENGLISH
                    pt;q=0, en                | ENGLISH
                    """)
    void takesWhatTheCallerReadsBest(String header, Language language) {
        assertThat(AcceptedLanguage.best(header)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", ";;;", "en;q=x", "pt;q=0"})
    void makesNothingOfTheRest(String header) {
        assertThat(AcceptedLanguage.best(header)).isEmpty();
    }

    @Test
    void readsNoNovels() {
        assertThat(AcceptedLanguage.best("en," + "xx-".repeat(100_000))).isNotNull();
    }
}
