package net.ratonet.station.telemetry.advisor;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ratonet.station.telemetry.Advice;

/// Lets advice out only when its cause has lasted, and takes it back only when the cause has been
/// gone for a while. Pure: a state comes in, the next goes out.
///
/// @param causes every cause that is there, or was lately
record Steadiness(Map<String, Cause> causes) {

    static final Steadiness NOTHING = new Steadiness(Map.of());

    private static final long RAISE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long CLEAR_NANOS = Duration.ofSeconds(15).toNanos();

    Steadiness {
        causes = Map.copyOf(causes);
    }

    /// A cause: its newest words, since when it is there, when it was last there, whether told.
    record Cause(Advice advice, long sinceNanos, long seenNanos, boolean told) {}

    Steadiness after(List<Advice> found, long nowNanos) {
        var next = new HashMap<String, Cause>();
        var fresh = new LinkedHashMap<String, Advice>();
        found.forEach(advice -> fresh.put(Advices.key(advice), advice));
        fresh.forEach((key, advice) -> {
            var before = causes.get(key);
            var since = before == null ? nowNanos : before.sinceNanos;
            var told = (before != null && before.told) || nowNanos - since >= RAISE_NANOS;
            next.put(key, new Cause(advice, since, nowNanos, told));
        });
        causes.forEach((key, cause) -> {
            if (cause.told && nowNanos - cause.seenNanos < CLEAR_NANOS) {
                next.putIfAbsent(key, cause);
            }
        });
        return new Steadiness(next);
    }

    /// What to show: gravest first, then by code.
    List<Advice> told() {
        return causes.values().stream()
                .filter(Cause::told)
                .map(Cause::advice)
                .sorted(
                        Comparator.comparing(Advice::severity)
                                .reversed()
                                .thenComparing(Advice::code)
                                .thenComparing(Advice::subject))
                .toList();
    }

    Thresholds thresholds() {
        return new Thresholds(
                causes.entrySet().stream()
                        .filter(cause -> cause.getValue().told)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
