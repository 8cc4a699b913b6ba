package net.ratonet.relay.output.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.ratonet.shared.telemetry.StreamerId;

/// Decides which recordings must go: the oldest first, never one that is being written.
record QuotaJudge(long perStreamer, long total) {

    private static final Comparator<Stored> OLDEST_FIRST =
            Comparator.comparing((Stored stored) -> stored.recording().start())
                    .thenComparing(stored -> stored.recording().name());

    /// A streamer's file.
    record Stored(StreamerId streamer, Recording recording) {}

    List<Stored> tooMuch(List<Stored> all) {
        var gone = new ArrayList<Stored>();
        all.stream()
                .collect(Collectors.groupingBy(Stored::streamer))
                .values()
                .forEach(own -> gone.addAll(oldest(own, perStreamer)));
        var left = new ArrayList<>(all);
        left.removeAll(new HashSet<>(gone));
        gone.addAll(oldest(left, total));
        return gone;
    }

    private static List<Stored> oldest(List<Stored> all, long quota) {
        var used = bytes(all);
        var gone = new ArrayList<Stored>();
        for (var stored : all.stream().sorted(OLDEST_FIRST).toList()) {
            if (used > quota && !stored.recording().growing()) {
                gone.add(stored);
                used -= stored.recording().bytes();
            }
        }
        return gone;
    }

    static long bytes(List<Stored> all) {
        return all.stream().mapToLong(stored -> stored.recording().bytes()).sum();
    }
}
