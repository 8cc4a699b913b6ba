package net.ratonet.station.telemetry.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads how loud each Wi-Fi card hears its access point, from Linux's `/proc/net/wireless`.
final class WirelessTable {

    /// Name, status word, quality, level in dBm; two lines of headings do not match.
    private static final Pattern ROW =
            Pattern.compile("^\\s*(\\S+):\\s+\\S+\\s+\\S+\\s+(-\\d+)\\.?\\s.*");

    private WirelessTable() {}

    static Map<String, Integer> ofThisMachine() {
        try {
            return parse(Files.readString(Path.of("/proc/net/wireless")));
        } catch (IOException _) {
            // Not Linux, or a kernel without this table.
            return Map.of();
        }
    }

    static Map<String, Integer> parse(String text) {
        var levels = new HashMap<String, Integer>();
        for (var line : text.lines().toList()) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                levels.put(row.group(1), Integer.valueOf(row.group(2)));
            }
        }
        return levels;
    }
}
