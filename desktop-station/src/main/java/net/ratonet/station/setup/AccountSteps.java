package net.ratonet.station.setup;

import java.util.regex.Pattern;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;

/// Who streams: an account that exists, a new one, or a pairing code.
final class AccountSteps {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,512}");
    private static final Pattern CODE = Pattern.compile("pc_[A-Za-z0-9_-]{8,120}");

    private AccountSteps() {}

    static Turn begin(Draft draft, ServerAddress server) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.ACCOUNT),
                "1",
                answer ->
                        switch (answer.strip()) {
                            case "1" -> askId(draft, server);
                            case "2" -> askName(draft, server);
                            case "3" -> askLink(draft, server);
                            default -> begin(draft, server).after(draft.say(Phrase.ACCOUNT_WRONG));
                        });
    }

    private static Turn askId(Draft draft, ServerAddress server) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.ID),
                draft.value(Draft.ID),
                answer ->
                        StreamerId.isValid(answer.strip())
                                ? askKey(draft.with(Draft.ID, answer.strip()), server)
                                : askId(draft, server).after(draft.say(Phrase.ID_WRONG)));
    }

    private static Turn askKey(Draft draft, ServerAddress server) {
        var kept = draft.value(Draft.KEY);
        return Turn.Ask.secret(
                draft,
                draft.say(kept.isEmpty() ? Phrase.KEY : Phrase.KEY_KEPT),
                answer -> {
                    var key = answer.isBlank() ? kept : answer.strip();
                    return KEY.matcher(key).matches()
                            ? check(draft, server, key)
                            : askKey(draft, server).after(draft.say(Phrase.KEY_WRONG));
                });
    }

    private static Turn check(Draft draft, ServerAddress server, String key) {
        return Turn.work(world -> {
            var reply = world.get(server, "/api/me", key);
            return reply instanceof RelayReply.Given given
                    ? known(draft.with(Draft.KEY, key), server, given)
                    : begin(draft, server).after(Reasons.of(draft, reply));
        });
    }

    private static Turn known(Draft draft, ServerAddress server, RelayReply.Given profile) {
        var id = profile.text("id");
        var settled = draft.with(Draft.ID, id);
        var turn = welcome(settled, server, profile);
        return id.equals(draft.value(Draft.ID))
                ? turn
                : turn.after(draft.say(Phrase.KEY_OF_OTHER, id));
    }

    private static Turn askName(Draft draft, ServerAddress server) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.NAME),
                "",
                name ->
                        name.isBlank()
                                ? askName(draft, server)
                                : askEmail(draft, server, name.strip()));
    }

    private static Turn askEmail(Draft draft, ServerAddress server, String name) {
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.EMAIL),
                "",
                email ->
                        email.isBlank()
                                ? askEmail(draft, server, name)
                                : register(draft, server, name, email.strip()));
    }

    private static Turn register(Draft draft, ServerAddress server, String name, String email) {
        var body = Json.object().put("name", name).put("email", email);
        return Turn.work(world -> {
            var reply = world.post(server, "/api/register", body);
            return reply instanceof RelayReply.Given given
                    ? took(draft, server, given)
                            .after(draft.say(Phrase.REGISTERED, given.text("id")))
                    : begin(draft, server).after(Reasons.of(draft, reply));
        });
    }

    private static Turn askLink(Draft draft, ServerAddress server) {
        return Turn.Ask.secret(
                draft,
                draft.say(Phrase.LINK),
                answer -> {
                    var text = answer.strip();
                    if (CODE.matcher(text).matches()) {
                        return pair(draft, server, text);
                    }
                    // The relay that the person chose has just answered; the link's name for it
                    // may be one that only others can reach.
                    return PairingLink.parse(text)
                            .map(link -> pair(draft, server, link.code()))
                            .orElseGet(
                                    () -> begin(draft, server).after(draft.say(Phrase.LINK_WRONG)));
                });
    }

    static Turn pair(Draft draft, ServerAddress server, String code) {
        return Turn.work(world -> {
            var reply = world.post(server, "/api/pair", Json.object().put("code", code));
            return reply instanceof RelayReply.Given given
                    ? took(draft, server, given)
                    : begin(draft, server).after(Reasons.of(draft, reply));
        });
    }

    /// With an id and a key that the relay has just handed out.
    private static Turn took(Draft draft, ServerAddress server, RelayReply.Given given) {
        var key = given.text("api_key");
        var settled = draft.with(Draft.ID, given.text("id")).with(Draft.KEY, key);
        return check(settled, server, key);
    }

    private static Turn welcome(Draft draft, ServerAddress server, RelayReply.Given profile) {
        var turn = TargetSteps.begin(draft, server);
        return (profile.flag("approved") ? turn : turn.after(draft.say(Phrase.NOT_APPROVED)))
                .after(draft.say(Phrase.HELLO, profile.text("name")));
    }
}
