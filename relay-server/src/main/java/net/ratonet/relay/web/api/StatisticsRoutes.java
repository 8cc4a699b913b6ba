package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayGrant;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.MediaStatistics;
import net.ratonet.relay.telemetry.StatisticsCodec;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.telemetry.StreamerId;
import tools.jackson.databind.node.ObjectNode;

/// The statistics that NOALBS and other scene switchers poll, in the shapes of SRT Live Server and
/// of BELABOX. Only for holders of a pull key or of an overlay token that may see health; a
/// streamer who is not live is not in the list, which switchers read as off-line. What comes in
/// here counts; of a stream that goes elsewhere, what its station reports.
public final class StatisticsRoutes implements RouteGroup {

    private static final Shape SLS =
            fields(
                    field(
                            "publishers",
                            new Shape.MapOf(
                                    fields(
                                            field("bitrate", WHOLE),
                                            field("bytesRcvDrop", WHOLE),
                                            field("bytesRcvLoss", WHOLE),
                                            field("mbpsBandwidth", NUMBER),
                                            field("mbpsRecvRate", NUMBER),
                                            field("msRcvBuf", WHOLE),
                                            field("pktRcvDrop", WHOLE),
                                            field("pktRcvLoss", WHOLE),
                                            field("rtt", NUMBER),
                                            field("uptime", WHOLE)))),
                    field("status", TEXT));

    private static final Shape BELABOX =
            fields(
                    field(
                            "publishers",
                            new Shape.MapOf(
                                    fields(
                                            field("bitrate", WHOLE),
                                            field("rtt", NUMBER),
                                            field("dropped_pkts", WHOLE)))));

    private final Accounts accounts;
    private final LiveBoard board;
    private final Function<StreamerId, Optional<MediaStatistics>> media;
    private final InstantSource clock;

    /// @param media how a stream really comes in; empty where it does not come to this relay
    public StatisticsRoutes(
            Accounts accounts,
            LiveBoard board,
            Function<StreamerId, Optional<MediaStatistics>> media,
            InstantSource clock) {
        this.accounts = accounts;
        this.board = board;
        this.media = media;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Statistics";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/stats",
                                "Statistics for NOALBS, type SLS; the publisher is"
                                        + " publish/live/{streamer id}")
                        .takes(Param.required("key", "pull key or overlay token"))
                        .returns(SLS)
                        .to(call -> answer(call.required("key"), this::sls)),
                Route.get(
                                "/stats/{key}",
                                "Statistics for NOALBS, type BELABOX; the publisher is the key")
                        .takes(Param.path("key", "pull key or overlay token"))
                        .returns(BELABOX)
                        .to(call ->
                                answer(
                                        call.path("key"),
                                        grant -> belabox(grant, call.path("key")))));
    }

    private Answer answer(String key, Function<OverlayGrant, ObjectNode> statistics) {
        return accounts.overlayGrant(key)
                .filter(grant -> grant.scopes().contains(OverlayScope.HEALTH))
                .map(statistics)
                .map(Answer::json)
                .orElseGet(() -> Answer.refusal(401, OverlayRoutes.WRONG_KEY))
                .withHeader("Cache-Control", "no-store");
    }

    private ObjectNode sls(OverlayGrant grant) {
        return StatisticsCodec.encodeSls(streams(grant, "publish/live/" + grant.streamer()));
    }

    private ObjectNode belabox(OverlayGrant grant, String key) {
        return StatisticsCodec.encodeBelabox(streams(grant, key));
    }

    private Map<String, MediaStatistics> streams(OverlayGrant grant, String name) {
        return media.apply(grant.streamer())
                .or(() ->
                        board.raw(grant.streamer())
                                .map(live -> MediaStatistics.asReported(live, clock.instant())))
                .map(statistics -> Map.of(name, statistics))
                .orElseGet(Map::of);
    }
}
