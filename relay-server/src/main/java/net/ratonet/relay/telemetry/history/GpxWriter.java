package net.ratonet.relay.telemetry.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import net.ratonet.shared.telemetry.FixKind;

/// Writes the track of a session as GPX 1.1, which every map program reads. A silence of two
/// minutes parts the track, so that no line is drawn over a tunnel or a flight.
public final class GpxWriter {

    private static final Duration GAP = Duration.ofMinutes(2);

    private GpxWriter() {}

    /// The whole file.
    public static String write(SessionRecord record, String name) {
        var out = new StringBuilder();
        out.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="RatoNet">
                <metadata><name>%1$s</name><time>%2$s</time></metadata>
                <trk><name>%1$s</name>
                """
                        .formatted(
                                XmlText.escape(name),
                                DateTimeFormatter.ISO_INSTANT.format(
                                        record.session().startedAt())));
        writeSegments(out, record);
        return out.append("</trk>\n</gpx>\n").toString();
    }

    private static void writeSegments(StringBuilder out, SessionRecord record) {
        var track = record.track();
        for (var index = 0; index < track.size(); index++) {
            if (index == 0) {
                out.append("<trkseg>\n");
            } else if (areApart(track.get(index - 1), track.get(index))) {
                out.append("</trkseg>\n<trkseg>\n");
            }
            writePoint(out, track.get(index));
        }
        if (!track.isEmpty()) {
            out.append("</trkseg>\n");
        }
    }

    private static boolean areApart(TrackPoint before, TrackPoint point) {
        return Duration.between(before.at(), point.at()).compareTo(GAP) > 0;
    }

    private static void writePoint(StringBuilder out, TrackPoint point) {
        var fix = point.fix();
        out.append("<trkpt lat=\"").append(plain(fix.lat()));
        out.append("\" lon=\"").append(plain(fix.lng())).append("\">");
        if (fix.fix() == FixKind.THREE_D) {
            out.append("<ele>").append(plain(fix.altitudeM())).append("</ele>");
        }
        out.append("<time>").append(DateTimeFormatter.ISO_INSTANT.format(point.at()));
        out.append("</time></trkpt>\n");
    }

    /// XML's decimals know no exponent.
    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }
}
