package net.ratonet.station.control.preflight;

import java.util.List;
import java.util.stream.Collectors;

/// Everything that was found before a live, gravest first.
public record CheckReport(List<Finding> findings) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    public List<Finding> blockers() {
        return of(Gravity.BLOCKER);
    }

    public List<Finding> warnings() {
        return of(Gravity.WARNING);
    }

    public boolean isGo() {
        return blockers().isEmpty();
    }

    /// All that keeps it from going live, as one text.
    public String refusal() {
        return blockers().stream().map(Finding::toString).collect(Collectors.joining(" "));
    }

    private List<Finding> of(Gravity gravity) {
        return findings.stream().filter(finding -> finding.gravity() == gravity).toList();
    }
}
