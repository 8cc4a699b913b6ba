package net.ratonet.station.telemetry.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.LinkDetail;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.SimState;
import net.ratonet.station.telemetry.StationSnapshot;

/// What there is to say about links and modems. Pure.
final class LinkAdvisor {

    private LinkAdvisor() {}

    static List<Advice> advise(
            StationSnapshot snapshot, Map<String, DataUse> budgets, Thresholds thresholds) {
        var all = new ArrayList<Advice>();
        var modems = snapshot.allModems();
        pairs(modems, all);
        modems.forEach(modem -> modem(modem, thresholds, all));
        wifi(snapshot.links(), thresholds, all);
        groups(snapshot.links(), LinkAdvisor::hub)
                .forEach((_, links) -> all.add(Advices.sameHub(String.join(", ", links))));
        groups(snapshot.links(), LinkAdvisor::subnets)
                .forEach((subnet, links) ->
                        all.add(Advices.sameSubnet(String.join(", ", links), subnet)));
        budgets.forEach((link, budget) -> budget(link, budget, thresholds, all));
        return all;
    }

    private static void pairs(List<ModemReading> modems, List<Advice> all) {
        for (var first = 0; first < modems.size(); first++) {
            for (var second = first + 1; second < modems.size(); second++) {
                pair(modems.get(first), modems.get(second), all);
            }
        }
    }

    private static void pair(ModemReading one, ModemReading other, List<Advice> all) {
        var operator = one.cell().operator();
        if (operator.isEmpty() || !operator.equals(other.cell().operator())) {
            return;
        }
        var sameCell =
                one.cell().cellId().isPresent()
                        && one.cell().cellId().equals(other.cell().cellId());
        all.add(
                sameCell
                        ? Advices.sameCell(one.label(), other.label())
                        : Advices.sameOperator(one.label(), other.label(), operator.get()));
    }

    private static void modem(ModemReading modem, Thresholds thresholds, List<Advice> all) {
        var link = modem.label();
        modem.signal()
                .rsrpDbm()
                .ifPresent(rsrp -> {
                    if (thresholds.isWeak(Advices.key("weak_signal", link), rsrp)) {
                        all.add(Advices.weakSignal(link, rsrp));
                    }
                });
        if (modem.roaming()) {
            all.add(Advices.roaming(link));
        }
        switch (modem.sim()) {
            case PIN_NEEDED, PUK_NEEDED ->
                    all.add(Advices.simLocked(link, modem.sim() == SimState.PUK_NEEDED));
            case MISSING -> all.add(Advices.simMissing(link));
            case READY, UNKNOWN -> {}
        }
    }

    private static void wifi(
            Map<String, LinkDetail> links, Thresholds thresholds, List<Advice> all) {
        new TreeMap<>(links)
                .forEach((name, detail) ->
                        detail.wifiSignalDbm()
                                .ifPresent(dbm -> {
                                    if (thresholds.isWeakWifi(
                                            Advices.key("weak_wifi", name), dbm)) {
                                        all.add(Advices.weakWifi(name, dbm));
                                    }
                                }));
    }

    private static void budget(
            String link, DataUse budget, Thresholds thresholds, List<Advice> all) {
        var used = budget.usedPercent();
        if (thresholds.isBudgetNow(Advices.key("budget_now", link), used)) {
            all.add(Advices.budgetNow(link, used));
        } else if (thresholds.isBudgetSoon(Advices.key("budget_soon", link), used)) {
            all.add(Advices.budgetSoon(link, used));
        }
    }

    /// Links that share something, by what they share; who shares nothing is not listed.
    private static Map<String, List<String>> groups(
            Map<String, LinkDetail> links, Function<LinkDetail, List<String>> shared) {
        var groups = new TreeMap<String, List<String>>();
        new TreeMap<>(links)
                .forEach((name, detail) ->
                        shared.apply(detail).stream()
                                .distinct()
                                .forEach(what ->
                                        groups.computeIfAbsent(what, _ -> new ArrayList<>())
                                                .add(name)));
        groups.values().removeIf(names -> names.size() < 2);
        return groups;
    }

    /// The hub in front of a device: everything before its last port. A device on a port of the
    /// machine itself has none.
    private static List<String> hub(LinkDetail detail) {
        return detail.usbPath()
                .filter(path -> path.indexOf('.') > 0)
                .map(path -> List.of(path.substring(0, path.lastIndexOf('.'))))
                .orElseGet(List::of);
    }

    private static List<String> subnets(LinkDetail detail) {
        return detail.addresses().stream().flatMap(address -> Subnet.of(address).stream()).toList();
    }
}
