package net.ratonet.relay.web.api;

import java.util.List;
import java.util.OptionalLong;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.PlayGrant;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.control.Player;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;

/// A stream over HTTP, for players that take an address and nothing else: the token stands in the
/// query, which is written to no log.
public final class PlayRoutes implements RouteGroup {

    private static final String MPEG_TS = "video/mp2t";

    private final Accounts accounts;
    private final ChannelBook channels;
    private final MediaControl control;

    public PlayRoutes(Accounts accounts, ChannelBook channels, MediaControl control) {
        this.accounts = accounts;
        this.channels = channels;
        this.control = control;
    }

    @Override
    public String title() {
        return "Play";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/play/{id}.ts",
                                "The stream as MPEG-TS without an end; it stays open while the"
                                        + " field is silent")
                        .takes(Param.path("id", "the streamer's id"))
                        .takes(Param.required("token", "a play token of theirs"))
                        .to(this::play));
    }

    private Answer play(Call call) {
        var grant =
                channels.byPlayToken(call.required("token"))
                        .filter(known -> known.streamer().value().equals(call.path("id")))
                        .filter(this::isApproved);
        if (grant.isEmpty()) {
            return Answer.refusal(401, "the token is wrong, or has been revoked");
        }
        if (call.isHead()) {
            return Answer.stream(MPEG_TS, OptionalLong.empty(), _ -> {});
        }
        return control.players()
                .open(grant.get())
                .map(PlayRoutes::stream)
                .orElseGet(() ->
                        Answer.refusal(503, "too many players watch this stream already")
                                .withHeader("Retry-After", "5"));
    }

    private boolean isApproved(PlayGrant grant) {
        return accounts.byId(grant.streamer()).filter(Account::approved).isPresent();
    }

    private static Answer stream(Player player) {
        return Answer.stream(MPEG_TS, OptionalLong.empty(), player::playTo);
    }
}
