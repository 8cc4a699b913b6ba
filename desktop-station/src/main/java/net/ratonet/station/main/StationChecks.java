package net.ratonet.station.main;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.control.BondedLive;
import net.ratonet.station.control.preflight.Instruments;
import net.ratonet.station.control.preflight.Survey;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.network.LinkScan;
import net.ratonet.station.source.EncoderLauncher;
import net.ratonet.station.telemetry.StationSnapshot;

/// Joins the look before a live to those who know what it asks for.
final class StationChecks {

    private StationChecks() {}

    static Survey of(
            StationConfig config,
            EncoderLauncher launcher,
            Bonding bonding,
            Supplier<StationSnapshot> newest,
            Ticker ticker,
            InstantSource clock) {
        var uplink = new LastUplink(ticker);
        var _ = bonding.board().rate().subscribe(uplink::note);
        var scan = new LinkScan(config.telemetry().interfaces());
        return new Survey(
                config.relay(),
                launcher,
                new Instruments(
                        scan::withUnrouted,
                        () -> MachineFacts.of(newest.get(), config.video().recording()),
                        uplink::now,
                        () -> spent(bonding.budgets())),
                BondedLive.total(config.video().bitrate()),
                ticker,
                clock);
    }

    private static List<String> spent(Map<String, DataBudget> budgets) {
        return budgets.entrySet().stream()
                .filter(entry -> entry.getValue().level() == DataBudget.Level.SPENT)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
