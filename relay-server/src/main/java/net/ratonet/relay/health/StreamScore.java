package net.ratonet.relay.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The score of one instant, with a reason for each point that it lacks. The steps and their cost
/// are those of RatoNet's first relay, so that old dashboards show the same figures.
record StreamScore(int value, List<HealthReason> reasons) {

    StreamScore {
        reasons = List.copyOf(reasons);
    }

    static StreamScore of(HealthInputs inputs) {
        var links = inputs.links();
        if (links.areReported() && links.active() == 0) {
            return new StreamScore(0, List.of(HealthReason.noActiveLink()));
        }
        var reasons = new ArrayList<HealthReason>();
        judgeLinks(links, reasons);
        if (inputs.media() instanceof Media.Connected connected) {
            judgeMedia(connected, reasons);
        }
        links.bestScore().ifPresent(best -> judgeBestLink(best, reasons));
        inputs.newestAge().ifPresent(age -> judgeAge(age, reasons));
        var lost = reasons.stream().mapToInt(HealthReason::points).sum();
        return new StreamScore(Math.max(0, 100 - lost), reasons);
    }

    private static void judgeLinks(Links links, List<HealthReason> reasons) {
        if (links.active() < links.total()) {
            reasons.add(HealthReason.links(links, links.active() * 2 < links.total() ? 30 : 10));
        }
    }

    private static void judgeMedia(Media.Connected media, List<HealthReason> reasons) {
        var kbps = media.bitrateKbps();
        if (kbps < 2_000) {
            reasons.add(HealthReason.bitrate(kbps, kbps < 1_000 ? 30 : 15));
        }
        var rttMs = media.rttMs();
        if (rttMs > 100) {
            reasons.add(HealthReason.rtt(rttMs, rttMs > 200 ? 20 : 10));
        }
        var lossPct = media.lossPct();
        if (lossPct > 1) {
            reasons.add(HealthReason.loss(lossPct, lossPct > 5 ? 25 : 10));
        }
    }

    private static void judgeBestLink(int best, List<HealthReason> reasons) {
        if (best < 50) {
            reasons.add(HealthReason.bestLink(best, 15));
        }
    }

    private static void judgeAge(Duration age, List<HealthReason> reasons) {
        if (age.compareTo(Duration.ofSeconds(5)) > 0) {
            reasons.add(
                    HealthReason.stale(age, age.compareTo(Duration.ofSeconds(10)) > 0 ? 30 : 15));
        }
    }
}
