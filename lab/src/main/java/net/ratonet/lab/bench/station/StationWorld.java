package net.ratonet.lab.bench.station;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Parts;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.ProcessCost;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.StationProcess;
import tools.jackson.databind.JsonNode;

/// A station with its test picture, live over two links of an invented network to a relay.
final class StationWorld implements AutoCloseable {

    static final int LINKS = 2;

    private static final Duration ARRIVAL = Duration.ofSeconds(40);

    private final Parts parts = new Parts();
    private final Uplinks uplinks = new Uplinks(LINKS);
    private final ProxyNetwork network;
    private final MediaClient streamer;
    private final StationProcess station;

    private StationWorld(
            Checkout checkout, Path folder, LinkConditions links, String algorithm, int ceilingKbps)
            throws IOException {
        try {
            var srtla = Ports.freeUdp();
            var relay =
                    parts.keep(
                            RelayProcess.start(
                                    checkout,
                                    folder,
                                    program -> RelayProcess.withMedia(program, srtla),
                                    _ -> {}));
            streamer = parts.keep(MediaClient.registered(relay.url()));
            network =
                    parts.keep(ProxyNetwork.to(srtla, Collections.nCopies(LINKS, links), uplinks));
            var to =
                    "srtla://%s?streamid=publish/live/%s"
                            .formatted(network.target(), streamer.publishKey());
            station =
                    parts.keep(
                            StationProcess.start(
                                    StationProcess.program(
                                                    checkout,
                                                    streamer,
                                                    relay.url(),
                                                    network.modems())
                                            .with("FIELD_BITRATE_ALGORITHM", algorithm)
                                            .with("FIELD_VIDEO_BITRATE", ceilingKbps + "k")
                                            .with("FIELD_LIVE_TO", to),
                                    folder,
                                    _ -> {}));
            streamer.awaitStream(ARRIVAL);
        } catch (IOException mistake) {
            close();
            throw mistake;
        }
    }

    /// The stream arrives when this returns.
    static StationWorld live(
            Checkout checkout, Path folder, LinkConditions links, String algorithm, int ceilingKbps)
            throws IOException {
        return new StationWorld(checkout, folder, links, algorithm, ceilingKbps);
    }

    Uplinks uplinks() {
        return uplinks;
    }

    void change(int link, LinkConditions now) {
        network.change(link, now);
    }

    void changeAll(LinkConditions now) {
        for (var link = 0; link < LINKS; link++) {
            network.change(link, now);
        }
    }

    /// Of the station alone: its encoder is another process.
    ProcessCost cost() {
        return ProcessCost.of(station.child().process().toHandle());
    }

    /// What the station lets the stream take in all, in kbit/s.
    double allowedKbps() throws IOException {
        return station.status().path("bond").path("target_kbps").asDouble();
    }

    /// Packets that never came to the relay in time, so far.
    double missing() throws IOException {
        var feed = feed();
        return feed.path("network").path("packets_dropped").asDouble()
                + feed.path("flow").path("continuity_errors").asDouble();
    }

    /// What arrives at the relay, in words.
    String arriving() throws IOException {
        return "%.1f Mbit/s"
                .formatted(feed().path("flow").path("bitrate_5s_kbps").asDouble() / 1_000);
    }

    @Override
    public void close() {
        parts.close();
    }

    private JsonNode feed() throws IOException {
        return streamer.media().path("feed");
    }
}
