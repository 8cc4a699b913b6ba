package net.ratonet.station.source.libav;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.ratonet.station.source.Devices;

/// Reads the formats of a camera out of what libav logs about them, the only place where it tells
/// them. Pure.
final class FormatLog {

    /// `Compressed: mjpeg : Motion-JPEG : 640x480 1280x720`
    private static final Pattern V4L2 =
            Pattern.compile("(?:Raw|Compressed)\\s*:\\s*(\\S+)\\s*:.*:(.*)");

    /// A camera that takes any size tells a range instead, which names none.
    private static final Pattern SIZE = Pattern.compile("\\d+x\\d+");

    /// `vcodec=mjpeg min s=1280x720 fps=5 max s=1280x720 fps=30`
    private static final Pattern DIRECT_SHOW =
            Pattern.compile(
                    "(?:pixel_format|vcodec)=(\\S+)\\s+min s=\\S+ fps=\\S+"
                            + " max s=(\\d+x\\d+) fps=(\\d+)");

    private FormatLog() {}

    static List<Devices.Format> parse(String log) {
        var sizes = new LinkedHashMap<String, Set<String>>();
        for (var line : log.lines().toList()) {
            var linux = V4L2.matcher(line);
            var windows = DIRECT_SHOW.matcher(line);
            if (linux.find()) {
                var all = sizes.computeIfAbsent(linux.group(1), _ -> new LinkedHashSet<>());
                SIZE.matcher(linux.group(2)).results().forEach(size -> all.add(size.group()));
            } else if (windows.find()) {
                sizes.computeIfAbsent(windows.group(1), _ -> new LinkedHashSet<>())
                        .add(windows.group(2) + "@" + windows.group(3));
            }
        }
        return sizes.entrySet().stream()
                .map(entry -> new Devices.Format(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
