package net.ratonet.station.telemetry;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.ratonet.shared.wire.Decoded;

/// Reads the track points of a GPX file (lat, lon, time, and ele if there). Takes no DTD, so no
/// file can make it fetch or expand anything.
final class GpxCodec {

    private GpxCodec() {}

    static Decoded<GpxTrack> decode(InputStream gpx) {
        try {
            return new Decoded.Accepted<>(new GpxTrack(points(reader(gpx))));
        } catch (XMLStreamException mistake) {
            return new Decoded.Malformed<>("not XML: " + mistake.getMessage());
        } catch (IllegalArgumentException | DateTimeException mistake) {
            return new Decoded.Malformed<>("not a usable track: " + mistake.getMessage());
        }
    }

    private static XMLStreamReader reader(InputStream gpx) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(gpx);
    }

    private static List<GpxPoint> points(XMLStreamReader in) throws XMLStreamException {
        var points = new ArrayList<GpxPoint>();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("trkpt")) {
                points.add(point(in));
            }
        }
        return points;
    }

    private static GpxPoint point(XMLStreamReader in) throws XMLStreamException {
        var lat = coordinate(in, "lat", 90);
        var lng = coordinate(in, "lon", 180);
        var altitude = "0";
        var time = "";
        while (in.hasNext() && !isEnd(in.next(), in)) {
            if (in.isStartElement()) {
                switch (in.getLocalName()) {
                    case "ele" -> altitude = in.getElementText();
                    case "time" -> time = in.getElementText();
                    default -> {}
                }
            }
        }
        return new GpxPoint(
                lat,
                lng,
                Double.parseDouble(altitude.strip()),
                OffsetDateTime.parse(time.strip()).toInstant());
    }

    private static boolean isEnd(int event, XMLStreamReader in) {
        return event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("trkpt");
    }

    private static double coordinate(XMLStreamReader in, String name, double most) {
        var text = in.getAttributeValue(null, name);
        var value = text == null ? Double.NaN : Double.parseDouble(text);
        if (!(Math.abs(value) <= most)) {
            throw new IllegalArgumentException("a point's " + name + " is " + text);
        }
        return value;
    }
}
