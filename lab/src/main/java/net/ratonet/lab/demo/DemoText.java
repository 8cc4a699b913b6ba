package net.ratonet.lab.demo;

import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// What the demo tells the person in front of the terminal. It says of each thing whether it is
/// real.
final class DemoText {

    private DemoText() {}

    static String welcome(URI relay, ObjectNode streamer, String adminToken) {
        return """

        RatoNet demo
          real        relay, station, encoder (FFmpeg), RTMP sink (FFmpeg), this machine's readings
          SIMULATED   GPS ride, the camera (a test picture), three modems and their networks
          not yet     station window, web panels and overlays

        The station bonds the three modems (5, 3 and 1 Mbit/s); the relay puts the stream together
        again and sends it on to the sink, which stands for Twitch, YouTube and the like.

        Open in a browser
          Relay         %1$s
          API           %1$sdocs
          Public list   %1$sapi/streamers
          Overlay data  %1$sapi/overlay/data/%2$s?pull_key=%3$s
          Metrics       %1$smetrics
        For scripts
          Admin token   %4$s   (Authorization: Bearer …)
          API key       %5$s   (Authorization: Bearer …)
          Media         %1$sapi/me/media   (with the API key)

        Ctrl-C ends everything.
        """
                .formatted(
                        relay,
                        streamer.path("id").asString(),
                        streamer.path("pull_key").asString(),
                        adminToken,
                        streamer.path("api_key").asString());
    }

    static String status(ObjectNode streamer, ObjectNode media, String received) {
        if (!streamer.path("is_live").asBoolean(false)) {
            return "%s: offline · sink: %s"
                    .formatted(streamer.path("name").asString("nobody"), received);
        }
        var gps = streamer.path("gps");
        return String.format(
                Locale.ROOT,
                "%s: %s %d/100 · simulated ride at %.5f, %.5f, %.0f km/h · %.0f kbit/s over %d"
                        + " simulated links · programme: %s · sink: %s",
                streamer.path("name").asString(),
                streamer.path("health").path("state").asString("?"),
                streamer.path("health").path("score").asInt(0),
                gps.path("lat").asDouble(0),
                gps.path("lng").asDouble(0),
                gps.path("speed_kmh").asDouble(0),
                media.path("feed").path("flow").path("bitrate_5s_kbps").asDouble(0),
                media.path("feed").path("network").path("links").size(),
                media.path("programme").path("state").asString("none"),
                received);
    }
}
