package net.ratonet.relay.web.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import net.ratonet.relay.config.Language;

/// Which of the relay's languages a caller reads best. Portuguese when the caller does not say, as
/// this API has always answered.
public final class AcceptedLanguage {

    /// What browsers send is a fraction of this.
    private static final int LONGEST = 200;

    private AcceptedLanguage() {}

    public static Language of(Call call) {
        return call.header("Accept-Language")
                .flatMap(AcceptedLanguage::best)
                .orElse(Language.PORTUGUESE);
    }

    static Optional<Language> best(String header) {
        try {
            return LanguageRange.parse(header.substring(0, Math.min(LONGEST, header.length())))
                    .stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                    .flatMap(range -> named(range).stream())
                    .findFirst();
        } catch (IllegalArgumentException notALanguage) {
            return Optional.empty();
        }
    }

    private static Optional<Language> named(LanguageRange range) {
        var code = Locale.forLanguageTag(range.getRange()).getLanguage();
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
