package net.ratonet.relay.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class GpxWriterTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void writesEveryPointWithItsTime() throws Exception {
        var document = parse(GpxWriter.write(track(0, 1, 2), "Ride"));

        var points = document.getElementsByTagName("trkpt");
        assertThat(points.getLength()).isEqualTo(3);
        var second = (Element) points.item(1);
        assertThat(second.getAttribute("lat")).isEqualTo("10.01");
        assertThat(second.getAttribute("lon")).isEqualTo("-0.00000050");
        assertThat(text(second, "time")).isEqualTo("2026-05-01T12:00:01Z");
        assertThat(text(second, "ele")).isEqualTo("700.5");
    }

    @Test
    void isGpxVersionOnePointOne() throws Exception {
        var root = parse(GpxWriter.write(track(0), "Ride")).getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("gpx");
        assertThat(root.getAttribute("version")).isEqualTo("1.1");
        assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.topografix.com/GPX/1/1");
    }

    @Test
    void drawsNoLineOverALongSilence() throws Exception {
        var document = parse(GpxWriter.write(track(0, 100, 221, 222), "Ride"));

        assertThat(document.getElementsByTagName("trkseg").getLength()).isEqualTo(2);
    }

    @Test
    void namesATrackWithAnyName() throws Exception {
        var name = "</name><script> & \"ção\" \u0000\uD800 \uD83D\uDC00";

        var document = parse(GpxWriter.write(track(0), name));

        assertThat(text(document.getDocumentElement(), "name"))
                .isEqualTo("</name><script> & \"ção\"  \uD83D\uDC00");
    }

    @Test
    void writesAnEmptyTrack() throws Exception {
        var document = parse(GpxWriter.write(track(), "Ride"));

        assertThat(document.getElementsByTagName("trkseg").getLength()).isZero();
    }

    @Test
    void leavesOutAHeightThatNobodyMeasured() throws Exception {
        var flat = new TrackPoint(NOON, new GeoFix(1, 2, 0, 0, 0, 0, FixKind.TWO_D));

        var document = parse(GpxWriter.write(record(List.of(flat)), "Ride"));

        assertThat(document.getElementsByTagName("ele").getLength()).isZero();
    }

    private static SessionRecord track(int... seconds) {
        var points = new ArrayList<TrackPoint>();
        for (var second : seconds) {
            points.add(
                    new TrackPoint(
                            NOON.plusSeconds(second),
                            new GeoFix(
                                    10 + second / 100.0,
                                    -5e-7 * second,
                                    0,
                                    700.5,
                                    0,
                                    0,
                                    FixKind.THREE_D)));
        }
        return record(points);
    }

    private static SessionRecord record(List<TrackPoint> points) {
        var session = new LiveSession(new SessionId(1), new StreamerId("rato"), NOON, NOON, true);
        return new SessionRecord(session, points, List.of(), List.of());
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
