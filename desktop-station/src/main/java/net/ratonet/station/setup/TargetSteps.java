package net.ratonet.station.setup;

import net.ratonet.station.config.StreamTarget;

/// Where the stream goes.
final class TargetSteps {

    private TargetSteps() {}

    static Turn begin(Draft draft, ServerAddress server) {
        return Turn.work(world -> {
            var reply = world.get(server, "/api/me/ingest", draft.value(Draft.KEY));
            return reply instanceof RelayReply.Given given
                            && StreamTarget.parse(given.text("srtla_url")).isPresent()
                    ? offered(draft, server, given.text("srtla_url"))
                    : LinkSteps.begin(draft, server).after(draft.say(Phrase.TARGET_NONE));
        });
    }

    private static Turn offered(Draft draft, ServerAddress server, String url) {
        var before = StreamTarget.parse(draft.value(Draft.LIVE_TO));
        var offer = StreamTarget.parse(url).orElseThrow();
        return before.isEmpty() || goesToSame(before.get(), offer)
                ? take(draft, server, url)
                : ask(draft, server, before.get(), url);
    }

    private static boolean goesToSame(StreamTarget before, StreamTarget offer) {
        return before.toString().equals(offer.toString());
    }

    private static Turn take(Draft draft, ServerAddress server, String url) {
        var shown = StreamTarget.parse(url).orElseThrow().toString();
        return LinkSteps.begin(draft.with(Draft.LIVE_TO, url), server)
                .after(draft.say(Phrase.TARGET, shown));
    }

    private static Turn ask(Draft draft, ServerAddress server, StreamTarget before, String url) {
        var shown = StreamTarget.parse(url).orElseThrow().toString();
        return YesNo.ask(
                draft,
                draft.say(Phrase.TARGET_KEEP, before, shown),
                true,
                isWanted -> isWanted ? take(draft, server, url) : LinkSteps.begin(draft, server));
    }
}
