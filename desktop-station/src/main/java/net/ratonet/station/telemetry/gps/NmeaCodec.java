package net.ratonet.station.telemetry.gps;

import java.util.List;
import net.ratonet.shared.wire.Decoded;

/// Lines of a serial receiver to sentences. A checksum is demanded: without one, half a sentence or
/// one read at the wrong speed could pass for a place.
final class NmeaCodec {

    /// `$`, two letters of talker, three of type, a comma, `*` and two hexadecimal digits.
    private static final int SHORTEST = 10;

    private NmeaCodec() {}

    static Decoded<NmeaSentence> decode(String line) {
        var start = line.lastIndexOf('$');
        var end = line.lastIndexOf('*');
        if (start < 0 || end < start || end + 3 > line.length() || end - start + 3 < SHORTEST) {
            return new Decoded.Malformed<>("not a sentence");
        }
        var body = line.substring(start + 1, end);
        if (!line.substring(end + 1, end + 3).equalsIgnoreCase("%02X".formatted(checksum(body)))) {
            return new Decoded.Malformed<>("its checksum is wrong");
        }
        if (body.charAt(0) == 'P' || body.indexOf(',') != 5) {
            return new Decoded.Refused<>("type", "is a maker's own");
        }
        return new Decoded.Accepted<>(
                new NmeaSentence(
                        body.substring(0, 2),
                        body.substring(2, 5),
                        List.of(body.substring(6).split(",", -1))));
    }

    static int checksum(String body) {
        return body.chars().reduce(0, (sum, character) -> sum ^ character) & 0xFF;
    }
}
