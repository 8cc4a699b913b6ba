package net.ratonet.station.setup;

import java.util.Locale;
import java.util.function.Function;

/// A question that is answered with yes or no, in either language.
final class YesNo {

    private YesNo() {}

    static Turn ask(Draft draft, String question, boolean fallback, Function<Boolean, Turn> then) {
        var yes =
                switch (draft.language()) {
                    case ENGLISH -> "y";
                    case PORTUGUESE -> "s";
                };
        return Turn.Ask.of(
                draft,
                question,
                fallback ? yes : "n",
                answer ->
                        switch (answer.strip().toLowerCase(Locale.ROOT)) {
                            case "y", "yes", "s", "sim" -> then.apply(true);
                            case "n", "no", "não", "nao" -> then.apply(false);
                            default ->
                                    ask(draft, question, fallback, then)
                                            .after(draft.say(Phrase.YES_OR_NO));
                        });
    }
}
