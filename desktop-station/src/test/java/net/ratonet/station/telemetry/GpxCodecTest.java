package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GpxCodecTest {

    @Test
    void readsPointsWithPlaceHeightAndTime() {
        var decoded =
                decode(
                        """
                        <?xml version="1.0"?>
                        <gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
                        <trkpt lat="-23.5" lon="-46.6"><ele> 800.5 </ele><time>2026-01-01T12:00:00Z</time></trkpt>
                        <trkpt lat="-23.6" lon="-46.7"><extensions><ele2>1</ele2></extensions><time>2026-01-01T12:00:10+00:00</time></trkpt>
                        </trkseg></trk></gpx>
                        """);

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        accepted -> {
                            var track = (GpxTrack) accepted.value();
                            assertThat(track.duration()).isEqualTo(Duration.ofSeconds(10));
                            assertThat(track.points().getFirst().lat()).isEqualTo(-23.5);
                            assertThat(track.points().getFirst().altitudeM()).isEqualTo(800.5);
                            assertThat(track.points().getLast().lng()).isEqualTo(-46.7);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<gpx/>",
                "<gpx><trkpt lat='1' lon='2'><time>2026-01-01T12:00:00Z</time></trkpt></gpx>",
                "<gpx><trkpt lat='99' lon='2'><time>2026-01-01T12:00:00Z</time></trkpt></gpx>",
                "<gpx><trkpt lat='1'><time>2026-01-01T12:00:00Z</time></trkpt></gpx>",
                "<gpx><trkpt lat='1' lon='2'/></gpx>",
                "<gpx><trkpt lat='1' lon='2'><time>2026-01-01T12:00:01Z</time></trkpt>"
                        + "<trkpt lat='1' lon='2'><time>2026-01-01T12:00:00Z</time></trkpt></gpx>"
            })
    void refusesWhatIsNoTrack(String text) {
        assertThat(decode(text)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void fetchesNothingThatAFileNames() {
        var text =
                """
                <!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <gpx><trkpt lat="1" lon="2"><time>&x;</time></trkpt></gpx>
                """;

        assertThat(decode(text)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void survivesRandomBytes() {
        var random = new Random(1);
        for (var round = 0; round < 200; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);

            var decoded = GpxCodec.decode(new ByteArrayInputStream(bytes));

            assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        }
    }

    private static Decoded<GpxTrack> decode(String text) {
        return GpxCodec.decode(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
