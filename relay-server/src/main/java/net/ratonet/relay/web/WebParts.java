package net.ratonet.relay.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.admin.AdminToken;
import net.ratonet.relay.admin.AuditLog;
import net.ratonet.relay.config.FieldConfig;
import net.ratonet.relay.config.WebConfig;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.history.SessionStore;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.relay.web.http.Readiness;
import net.ratonet.shared.flow.Ticker;

/// Everything that the web door is wired to.
///
/// @param gauges further numbers for Prometheus, by name
/// @param readiness whether storage and the like can be used now; quick to ask
public record WebParts(
        WebConfig config,
        FieldConfig field,
        Limits limits,
        Accounts accounts,
        AdminToken adminToken,
        AuditLog audit,
        LiveBoard board,
        SessionStore history,
        ObsBook obs,
        SceneDoor scenes,
        MediaParts media,
        Supplier<Readiness> readiness,
        Map<String, Supplier<Number>> gauges,
        InstantSource clock,
        Ticker ticker,
        SecureRandom random) {}
