package net.ratonet.lab.demo;

import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// What the demo tells the person in front of the terminal. It says of each thing whether it is
/// real.
final class DemoText {

    private DemoText() {}

    static String welcome(URI relay, ObjectNode streamer, String adminToken, String sinkUrl) {
        return """

        RatoNet demo
          real        relay, station, encoder (FFmpeg), RTMP sink (FFmpeg), this machine's readings
          SIMULATED   GPS ride, three modems, the camera (a test picture)
          not yet     station window, web panels and overlays, media through the relay: the picture
                      goes straight from the station to the sink

        Open in a browser
          Relay         %1$s
          API           %1$sdocs
          Public list   %1$sapi/streamers
          Overlay data  %1$sapi/overlay/data/%2$s?pull_key=%3$s
          Metrics       %1$smetrics
        For scripts
          Admin token   %4$s   (Authorization: Bearer …)
          API key       %5$s   (Authorization: Bearer …)
          RTMP sink     %6$s

        Ctrl-C ends everything.
        """
                .formatted(
                        relay,
                        streamer.path("id").asString(),
                        streamer.path("pull_key").asString(),
                        adminToken,
                        streamer.path("api_key").asString(),
                        sinkUrl);
    }

    static String status(ObjectNode streamer, String received) {
        if (!streamer.path("is_live").asBoolean(false)) {
            return "%s: offline · sink: %s"
                    .formatted(streamer.path("name").asString("nobody"), received);
        }
        var gps = streamer.path("gps");
        return String.format(
                Locale.ROOT,
                "%s: %s %d/100 · simulated ride at %.5f, %.5f, %.0f km/h · %d simulated links ·"
                        + " sink: %s",
                streamer.path("name").asString(),
                streamer.path("health").path("state").asString("?"),
                streamer.path("health").path("score").asInt(0),
                gps.path("lat").asDouble(0),
                gps.path("lng").asDouble(0),
                gps.path("speed_kmh").asDouble(0),
                streamer.path("network_links").size(),
                received);
    }
}
