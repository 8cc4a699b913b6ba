package net.ratonet.station.main;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.uplink.Report;

/// Hands what telemetry knows to the uplink, which knows nothing of telemetry.
final class SnapshotReports {

    private SnapshotReports() {}

    static List<Report> of(StationSnapshot snapshot) {
        var reports = new ArrayList<Report>();
        snapshot.position().ifPresent(fix -> reports.add(new Report(fix.at(), fix.value())));
        snapshot.hardware().ifPresent(host -> reports.add(new Report(host.at(), host.value())));
        snapshot.network().ifPresent(links -> reports.add(new Report(links.at(), links.value())));
        snapshot.starlink().ifPresent(dish -> reports.add(new Report(dish.at(), dish.value())));
        return reports;
    }
}
