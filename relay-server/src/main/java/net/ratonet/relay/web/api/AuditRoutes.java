package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditLog;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The trail of what was done in the operator's name, newest first.
public final class AuditRoutes implements RouteGroup {

    private static final int PAGE = 50;
    private static final int MOST = 200;

    private final AuditLog audit;

    public AuditRoutes(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/admin/audit", "Admin actions and logins, newest first")
                        .forAdmin()
                        .takes(Param.optional("before", "only entries older than this id"))
                        .takes(Param.optional("limit", "1 to 200 entries, 50 by default"))
                        .returns(
                                field(
                                        "entries",
                                        listOf(
                                                fields(
                                                        field("id", WHOLE),
                                                        field("at", TEXT),
                                                        field("actor", TEXT),
                                                        field("action", TEXT),
                                                        field("subject", TEXT),
                                                        field("address", TEXT),
                                                        field("outcome", TEXT)))))
                        .to(this::page));
    }

    private Answer page(Call call) throws IOException {
        var before = number(call, "before", Long.MAX_VALUE);
        var limit = number(call, "limit", PAGE);
        if (before.isEmpty() || before.get() < 0) {
            return Answer.unprocessable("before", "must be the id of an entry");
        }
        if (limit.isEmpty() || limit.get() < 1 || limit.get() > MOST) {
            return Answer.unprocessable("limit", "must be between 1 and " + MOST);
        }
        var entries = Json.array();
        audit.page(before.get(), limit.get().intValue()).forEach(e -> entries.add(encode(e)));
        return Answer.json(Json.object().set("entries", entries));
    }

    private static Optional<Long> number(Call call, String name, long fallback) {
        try {
            return Optional.of(call.query(name).map(Long::parseLong).orElse(fallback));
        } catch (NumberFormatException mistake) {
            return Optional.empty();
        }
    }

    private static ObjectNode encode(AuditEntry entry) {
        return Json.object()
                .put("id", entry.id())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("action", entry.action())
                .put("subject", entry.subject())
                .put("address", entry.address())
                .put("outcome", entry.outcome());
    }
}
