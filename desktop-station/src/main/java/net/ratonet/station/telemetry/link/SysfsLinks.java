package net.ratonet.station.telemetry.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Looks up interfaces in Linux's `/sys/class/net`. On other systems nothing is found there, and
/// nothing is known.
public final class SysfsLinks implements Function<String, LinkHardware> {

    /// A USB device's folder: bus, then port by port, `1-1.2`. What follows a colon is a function.
    private static final Pattern USB_DEVICE = Pattern.compile("\\d+-\\d+(\\.\\d+)*");

    private final Path folder;

    SysfsLinks(Path folder) {
        this.folder = folder;
    }

    static SysfsLinks ofThisMachine() {
        return new SysfsLinks(Path.of("/sys/class/net"));
    }

    @Override
    public LinkHardware apply(String name) {
        var link = folder.resolve(name);
        if (!Files.isDirectory(link)) {
            return LinkHardware.UNKNOWN;
        }
        var device = realPath(link.resolve("device"));
        return new LinkHardware(
                device.flatMap(path -> realPath(path.resolve("driver")))
                        .map(path -> path.getFileName().toString()),
                device.flatMap(SysfsLinks::usbPath),
                device.isEmpty(),
                Files.exists(link.resolve("wireless")) || Files.exists(link.resolve("phy80211")),
                uevent(link).contains("DEVTYPE=wwan"));
    }

    /// The USB device that a path in sysfs leads through last, if any.
    static Optional<String> usbPath(Path device) {
        var found = Optional.<String>empty();
        for (var part : device) {
            if (USB_DEVICE.matcher(part.toString()).matches()) {
                found = Optional.of(part.toString());
            }
        }
        return found;
    }

    private static Optional<Path> realPath(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String uevent(Path link) {
        try {
            return Files.readString(link.resolve("uevent"));
        } catch (IOException _) {
            return "";
        }
    }
}
