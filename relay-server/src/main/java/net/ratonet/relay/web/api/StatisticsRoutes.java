package net.ratonet.relay.web.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayGrant;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The statistics that NOALBS and other scene switchers poll, in the shapes of an SLS and of a
/// BELABOX server at once: every field of both is always there, because a missing one reads as
/// off-line. Only for holders of a pull key or of an overlay token that may see health.
public final class StatisticsRoutes implements RouteGroup {

    private final Accounts accounts;
    private final PublicBoard board;

    public StatisticsRoutes(Accounts accounts, PublicBoard board) {
        this.accounts = accounts;
        this.board = board;
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
                                "Statistics for NOALBS (SLS); the publisher is publish/live/{id}")
                        .takes(Param.required("key", "pull key or overlay token"))
                        .returns(Shape.ANYTHING)
                        .to(call -> statistics(call.required("key"), false)),
                Route.get("/stats/{key}", "Statistics for NOALBS (BELABOX); publisher and key")
                        .takes(Param.path("key", "pull key or overlay token"))
                        .returns(Shape.ANYTHING)
                        .to(call -> statistics(call.path("key"), true)));
    }

    private Answer statistics(String key, boolean byKey) {
        return accounts.overlayGrant(key)
                .filter(grant -> grant.scopes().contains(OverlayScope.HEALTH))
                .map(grant -> Answer.json(publishers(grant, byKey ? key : "")))
                .orElseGet(() -> Answer.refusal(401, OverlayRoutes.WRONG_KEY))
                .withHeader("Cache-Control", "no-store");
    }

    private ObjectNode publishers(OverlayGrant grant, String key) {
        var id = grant.streamer();
        var publishers = Json.object();
        board.visible(id)
                .ifPresent(live ->
                        publishers.set(
                                key.isEmpty() ? "publish/live/" + id.value() : key, figures(live)));
        var out = Json.object();
        out.set("publishers", publishers);
        return out.put("status", "ok");
    }

    private static ObjectNode figures(LiveStreamer live) {
        var kbps = Math.round(live.health().bitrateKbps());
        var best = best(live);
        return Json.object()
                .put("bitrate", kbps)
                .put("bytesRcvDrop", 0)
                .put("bytesRcvLoss", 0)
                .put("mbpsBandwidth", best.map(LinkReading::bandwidthMbps).orElse(0.0))
                .put("mbpsRecvRate", kbps / 1_000.0)
                .put("msRcvBuf", 0)
                .put("pktRcvDrop", 0)
                .put("pktRcvLoss", 0)
                .put("rtt", best.map(LinkReading::rttMs).orElse(0.0))
                .put("uptime", uptimeS(live))
                .put("dropped_pkts", 0);
    }

    private static long uptimeS(LiveStreamer live) {
        return Duration.between(live.liveSince(), live.updatedAt()).toSeconds();
    }

    private static Optional<LinkReading> best(LiveStreamer live) {
        return live.network().links().stream()
                .filter(LinkReading::connected)
                .max((one, other) -> Integer.compare(one.score(), other.score()));
    }
}
