package net.ratonet.station.telemetry.gps;

import java.util.List;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.config.GpsDevice;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.serial.SerialPorts;

/// The collector that a streamer's choice of GPS asks for.
public final class PositionSources {

    private static final String LOCAL_GPSD = "localhost";
    private static final int GPSD_PORT = 2_947;

    private PositionSources() {}

    public static Optional<Collector<GeoFix>> of(
            GpsDevice device, SerialPorts ports, Ticker ticker) {
        return switch (device) {
            case GpsDevice.Gpsd(var host, var port) ->
                    Optional.of(new GpsdCollector(host, port, ticker));
            case GpsDevice.Serial(var path) ->
                    Optional.of(SerialGpsCollector.at(path, ports, ticker));
            case GpsDevice.Fixed(var lat, var lng) -> Optional.of(new FixedPosition(lat, lng));
            case GpsDevice.Auto _ ->
                    Optional.of(
                            new FirstThatAnswers(
                                    List.of(
                                            new GpsdCollector(LOCAL_GPSD, GPSD_PORT, ticker),
                                            SerialGpsCollector.anywhere(ports, ticker))));
            case GpsDevice.Off _ -> Optional.empty();
        };
    }
}
