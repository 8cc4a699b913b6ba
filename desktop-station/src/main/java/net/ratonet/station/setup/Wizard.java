package net.ratonet.station.setup;

import java.util.List;
import java.util.Optional;

/// The dialogue, from its first question to the file: language and relay here, the rest in the
/// classes that follow it. Pure: each answer gives the next turn, and only a turn's work looks at
/// the world.
final class Wizard {

    private static final int MOVED_LEAST = 300;
    private static final int MOVED_MOST = 399;

    private Wizard() {}

    static Turn begin(Language language, EnvFile before) {
        return askLanguage(Draft.of(language, before));
    }

    private static Turn askLanguage(Draft draft) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.LANGUAGE),
                draft.language().code(),
                answer ->
                        Language.parse(answer)
                                .map(draft::speaking)
                                .map(Wizard::welcome)
                                .orElseGet(() -> askLanguage(draft)));
    }

    private static Turn welcome(Draft draft) {
        var found = draft.before().values().size();
        var turn = askServer(draft);
        return (found == 0 ? turn : turn.after(draft.say(Phrase.IMPORTED, found)))
                .after(draft.say(Phrase.WELCOME));
    }

    private static Turn askServer(Draft draft) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.SERVER),
                draft.value(Draft.SERVER),
                answer -> serverNamed(draft, answer));
    }

    private static Turn serverNamed(Draft draft, String answer) {
        if (answer.strip().startsWith(PairingLink.PREFIX)) {
            return PairingLink.parse(answer)
                    .map(link -> check(draft, List.of(link.server()), link.code()))
                    .orElseGet(() -> askServer(draft).after(draft.say(Phrase.LINK_WRONG)));
        }
        var candidates = ServerAddress.candidates(answer);
        return candidates.isEmpty()
                ? askServer(draft).after(draft.say(Phrase.SERVER_WRONG))
                : check(draft, candidates, "");
    }

    /// Tries what the person may have meant until a relay answers.
    ///
    /// @param code to pair with, or empty
    private static Turn check(Draft draft, List<ServerAddress> candidates, String code) {
        var server = candidates.getFirst();
        return Turn.work(world -> {
            var reply = world.get(server, "/api/status", "");
            if (reply instanceof RelayReply.Given given && given.json().has("streamers_online")) {
                return found(draft, server, code);
            }
            var line = draft.say(Phrase.SERVER_FAILED, server.http(""), Reasons.of(draft, reply));
            return next(server, candidates, reply)
                    .map(rest -> check(draft, rest, code))
                    .orElseGet(() -> askServer(draft))
                    .after(line);
        });
    }

    /// What is left to try. A relay behind a proxy often sends plain callers to the encrypted door.
    private static Optional<List<ServerAddress>> next(
            ServerAddress server, List<ServerAddress> candidates, RelayReply reply) {
        if (candidates.size() > 1) {
            return Optional.of(candidates.subList(1, candidates.size()));
        }
        return reply instanceof RelayReply.Strange(var status)
                        && status >= MOVED_LEAST
                        && status <= MOVED_MOST
                        && !server.encrypted()
                ? Optional.of(List.of(server.secured()))
                : Optional.empty();
    }

    private static Turn found(Draft draft, ServerAddress server, String code) {
        var settled = draft.with(Draft.SERVER, server.socketUrl());
        var account =
                code.isEmpty()
                        ? AccountSteps.begin(settled, server)
                        : AccountSteps.pair(settled, server, code);
        var warned =
                server.encrypted() || server.isNearby()
                        ? account
                        : account.after(draft.say(Phrase.SERVER_PLAIN));
        return warned.after(draft.say(Phrase.SERVER_FOUND, server.socketUrl()));
    }
}
