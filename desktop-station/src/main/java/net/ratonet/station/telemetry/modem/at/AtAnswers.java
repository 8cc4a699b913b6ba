package net.ratonet.station.telemetry.modem.at;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ratonet.station.telemetry.SimState;

/// Reads the answers that all modems give alike.
final class AtAnswers {

    private static final Pattern CSQ = Pattern.compile("\\+CSQ: *(\\d{1,3}),.*");
    private static final Pattern COPS = Pattern.compile("\\+COPS: *\\d+,\\d+,\"([^\"]*)\".*");
    private static final Pattern CREG = Pattern.compile("\\+C(?:E|G|5G)?REG: *(?:\\d+,)?(\\d+).*");

    /// The strongest that `CSQ` counts; 99 is "not known".
    private static final int MOST = 31;

    private AtAnswers() {}

    static OptionalInt signalPercent(List<String> lines) {
        return first(lines, CSQ)
                .map(Integer::parseInt)
                .filter(raw -> raw <= MOST)
                .map(raw -> OptionalInt.of(Math.round(raw * 100f / MOST)))
                .orElseGet(OptionalInt::empty);
    }

    static Optional<String> operator(List<String> lines) {
        return first(lines, COPS).map(String::strip).filter(name -> !name.isEmpty());
    }

    static boolean isRoaming(List<String> lines) {
        return first(lines, CREG).filter("5"::equals).isPresent();
    }

    static SimState sim(List<String> lines) {
        var all = String.join("\n", lines);
        if (all.contains("+CPIN: READY")) {
            return SimState.READY;
        }
        if (all.contains("PUK")) {
            return SimState.PUK_NEEDED;
        }
        if (all.contains("SIM PIN")) {
            return SimState.PIN_NEEDED;
        }
        return all.contains("not inserted") || all.contains("CME ERROR: 10")
                ? SimState.MISSING
                : SimState.UNKNOWN;
    }

    private static Optional<String> first(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
