package net.ratonet.station.telemetry.modem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Finds the link of the USB device that a serial port belongs to, in Linux's `/sys/class`.
/// Elsewhere nothing is found.
public final class UsbNeighbours implements Function<String, Optional<String>> {

    private static final Pattern USB_DEVICE = Pattern.compile("\\d+-\\d+(\\.\\d+)*");

    private final Path classes;

    UsbNeighbours(Path classes) {
        this.classes = classes;
    }

    public static UsbNeighbours ofThisMachine() {
        return new UsbNeighbours(Path.of("/sys/class"));
    }

    @Override
    public Optional<String> apply(String portPath) {
        var name = portPath.substring(portPath.lastIndexOf('/') + 1);
        var port = usbDevice(classes.resolve("tty").resolve(name).resolve("device"));
        if (port.isEmpty()) {
            return Optional.empty();
        }
        try (var links = Files.newDirectoryStream(classes.resolve("net"))) {
            for (var link : links) {
                if (usbDevice(link.resolve("device")).equals(port)) {
                    return Optional.of(link.getFileName().toString());
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> usbDevice(Path device) {
        try {
            var found = Optional.<String>empty();
            for (var part : device.toRealPath()) {
                if (USB_DEVICE.matcher(part.toString()).matches()) {
                    found = Optional.of(part.toString());
                }
            }
            return found;
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
