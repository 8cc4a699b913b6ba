package net.ratonet.station.setup;

/// Failures in words for the person.
final class Reasons {

    private static final int TOO_MANY_REQUESTS = 429;

    private Reasons() {}

    static String of(Draft draft, RelayReply reply) {
        return switch (reply) {
            case RelayReply.Refused(var status, var detail) ->
                    draft.say(Phrase.RELAY_SAYS, refusal(draft, status, detail));
            // An object that is not the one asked for.
            case RelayReply.Given _ -> draft.say(Phrase.NOT_A_RELAY, 200);
            case RelayReply.Strange(var status) -> draft.say(Phrase.NOT_A_RELAY, status);
            case RelayReply.Unreachable(var trouble, var detail) -> of(draft, trouble, detail);
        };
    }

    static String of(Draft draft, Trouble trouble, String detail) {
        return switch (trouble) {
            case UNKNOWN_NAME -> draft.say(Phrase.UNKNOWN_NAME);
            case NOBODY_LISTENS -> draft.say(Phrase.NOBODY_LISTENS);
            case NO_ANSWER -> draft.say(Phrase.NO_ANSWER);
            case NO_WAY -> draft.say(Phrase.NO_WAY);
            case BAD_CERTIFICATE -> draft.say(Phrase.BAD_CERTIFICATE);
            case OTHER ->
                    detail.isEmpty()
                            ? draft.say(Phrase.OTHER_TROUBLE)
                            : draft.say(Phrase.OTHER_TROUBLE) + " (" + detail + ")";
        };
    }

    private static String refusal(Draft draft, int status, String detail) {
        if (status == TOO_MANY_REQUESTS) {
            return draft.say(Phrase.TOO_OFTEN);
        }
        return detail.isEmpty() ? "HTTP " + status : detail;
    }
}
