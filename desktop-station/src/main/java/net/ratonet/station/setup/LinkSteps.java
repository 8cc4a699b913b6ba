package net.ratonet.station.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.station.network.LocalLink;

/// Which links there are, what each is worth, and which may be used.
final class LinkSteps {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:@ -]{1,64}");

    private LinkSteps() {}

    static Turn begin(Draft draft, ServerAddress server) {
        return Turn.work(world -> {
            var links = world.links();
            return links.isEmpty()
                    ? PictureSteps.begin(draft).after(draft.say(Phrase.LINKS_NONE))
                    : test(draft, server, links).after(draft.say(Phrase.LINKS_TEST, links.size()));
        });
    }

    /// One at a time: together they would share what is behind them.
    private static Turn test(Draft draft, ServerAddress server, List<LocalLink> left) {
        if (left.isEmpty()) {
            return choose(draft);
        }
        return Turn.work(world -> {
            var trial = world.test(left.getFirst(), server, draft.value(Draft.KEY));
            return test(draft, server, left.subList(1, left.size())).after(lines(draft, trial));
        });
    }

    private static List<String> lines(Draft draft, LinkTrial trial) {
        var line = line(draft, trial);
        return trial.unbound()
                .map(why -> List.of(line, draft.say(Phrase.LINK_UNBOUND, trial.name(), why)))
                .orElse(List.of(line));
    }

    private static String line(Draft draft, LinkTrial trial) {
        var grade =
                switch (trial.grade()) {
                    case OK -> draft.say(Phrase.GRADE_OK);
                    case DEGRADED -> draft.say(Phrase.GRADE_DEGRADED);
                    case FAILED -> draft.say(Phrase.GRADE_FAILED);
                };
        var why = trial.trouble().map(trouble -> Reasons.of(draft, trouble, trial.detail()));
        return trial.grade() == LinkTrial.Grade.FAILED
                ? draft.say(Phrase.LINK_FAILED, trial.name(), grade, why.orElse("?"))
                : draft.say(
                        Phrase.LINK_LINE,
                        trial.name(),
                        grade,
                        trial.score(),
                        trial.meanRttMs(),
                        trial.jitterMs(),
                        trial.lossPct(),
                        rate(draft, trial, why));
    }

    private static String rate(Draft draft, LinkTrial trial, Optional<String> why) {
        return trial.bitsPerSecond().isPresent()
                ? draft.say(Phrase.RATE, trial.megabitsPerSecond())
                : draft.say(Phrase.RATE_UNKNOWN, why.orElse("?"));
    }

    private static Turn choose(Draft draft) {
        var before = draft.value(Draft.INTERFACES);
        var all =
                switch (draft.language()) {
                    case ENGLISH -> "all";
                    case PORTUGUESE -> "todas";
                };
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.LINKS),
                before.isEmpty() ? all : before,
                answer -> {
                    if (answer.strip().equals("all") || answer.strip().equals("todas")) {
                        return PictureSteps.begin(draft.with(Draft.INTERFACES, ""));
                    }
                    var names =
                            Arrays.stream(answer.split(",", -1))
                                    .map(String::strip)
                                    .filter(name -> !name.isEmpty())
                                    .toList();
                    return names.isEmpty() || !names.stream().allMatch(LinkSteps::isName)
                            ? choose(draft).after(draft.say(Phrase.LINKS_WRONG))
                            : PictureSteps.begin(
                                    draft.with(Draft.INTERFACES, String.join(",", names)));
                });
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
