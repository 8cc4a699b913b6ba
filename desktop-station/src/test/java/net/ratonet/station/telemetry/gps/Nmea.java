package net.ratonet.station.telemetry.gps;

import java.util.List;

/// What a multi-constellation receiver in São Paulo says each second.
final class Nmea {

    static final double LAT = -23.5612;
    static final double LNG = -46.6598;

    private Nmea() {}

    static String sentence(String body) {
        return "$%s*%02X\r\n".formatted(body, NmeaCodec.checksum(body));
    }

    /// One burst: 15 satellites, 3D, 10 knots eastward.
    static List<String> second(int second) {
        var time = "1200%02d.00".formatted(second % 60);
        return List.of(
                sentence("GNGGA," + time + ",2333.6720,S,04639.5880,W,1,15,0.8,790.5,M,-3.0,M,,"),
                sentence("GNGSA,A,3,01,02,03,04,05,06,07,08,,,,,1.5,0.8,1.2,1"),
                sentence("GNGSA,A,3,65,66,67,68,69,70,71,,,,,,1.5,0.8,1.2,2"),
                sentence("GPGSV,1,1,02,01,40,083,46,02,17,308,41"),
                sentence("GNRMC," + time + ",A,2333.6720,S,04639.5880,W,10.00,90.0,241126,,,A,V"),
                sentence("GNVTG,90.0,T,,M,10.00,N,18.52,K,A"));
    }
}
