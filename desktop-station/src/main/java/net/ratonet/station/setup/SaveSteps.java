package net.ratonet.station.setup;

import java.util.List;

/// The end: the file, and nothing of it before the person has agreed.
final class SaveSteps {

    static final String FILE = ".env";
    static final String BESIDE = ".env.ratonet";

    private SaveSteps() {}

    static Turn begin(Draft draft) {
        return offer(draft, FILE);
    }

    private static Turn offer(Draft draft, String file) {
        return Turn.work(world ->
                world.exists(file)
                        ? YesNo.ask(
                                draft,
                                draft.say(Phrase.REPLACE, file),
                                false,
                                isWanted -> isWanted ? save(draft, file) : otherwise(draft, file))
                        : save(draft, file));
    }

    private static Turn otherwise(Draft draft, String refused) {
        return refused.equals(FILE)
                ? offer(draft, BESIDE)
                : end(draft.say(Phrase.NOTHING_WRITTEN), false);
    }

    private static Turn save(Draft draft, String file) {
        return Turn.work(world -> {
            var failure = world.save(file, draft.after().text());
            if (failure.isPresent()) {
                return end(draft.say(Phrase.NOT_SAVED, file, failure.get()), false);
            }
            var turn = end(draft.say(Phrase.SAVED, file), true);
            return file.equals(FILE)
                    ? turn
                    : end(draft.say(Phrase.SAVED_BESIDE), true)
                            .after(draft.say(Phrase.SAVED, file));
        });
    }

    private static Turn end(String line, boolean saved) {
        return new Turn.End(List.of(line), saved);
    }
}
