package net.ratonet.station.config;

import java.util.Optional;

/// Where positions come from.
public sealed interface GpsDevice {

    /// What a person may write.
    String ALLOWED =
            "auto, off, host:port of gpsd, a serial port like /dev/ttyUSB0 or COM5, or"
                    + " fixed:LAT,LNG";

    record Gpsd(String host, int port) implements GpsDevice {}

    record Serial(String path) implements GpsDevice {}

    /// A place that never moves.
    record Fixed(double lat, double lng) implements GpsDevice {}

    /// gpsd on this machine, or else whichever serial port has a receiver.
    record Auto() implements GpsDevice {}

    record Off() implements GpsDevice {}

    static Optional<GpsDevice> parse(String text) {
        return switch (text) {
            case "auto" -> Optional.of(new Auto());
            case "off" -> Optional.of(new Off());
            default -> parseNamed(text);
        };
    }

    private static Optional<GpsDevice> parseNamed(String text) {
        if (text.startsWith("fixed:")) {
            return parseFixed(text.substring("fixed:".length()).split(",", -1));
        }
        if (text.startsWith("/") || text.matches("COM\\d+")) {
            return Optional.of(new Serial(text));
        }
        return HostPort.parse(text).map(gpsd -> new Gpsd(gpsd.host(), gpsd.port()));
    }

    private static Optional<GpsDevice> parseFixed(String[] numbers) {
        try {
            var lat = Double.parseDouble(numbers[0]);
            var lng = numbers.length == 2 ? Double.parseDouble(numbers[1]) : Double.NaN;
            return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
                    ? Optional.of(new Fixed(lat, lng))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
