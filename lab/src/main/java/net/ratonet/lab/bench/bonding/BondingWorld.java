package net.ratonet.lab.bench.bonding;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import net.ratonet.lab.network.LabNetwork;
import net.ratonet.lab.network.NamespaceNetwork;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.network.WrapProxy;
import net.ratonet.lab.process.Broadcast;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Parts;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.RelayProcess;

/// Everything that one scenario runs on: a relay, the network, the station's bond, an encoder, and
/// a player that reads the stream behind the relay.
final class BondingWorld implements AutoCloseable {

    private static final String LATENCY_MICROS = "2000000";

    /// The bond starts beside the encoder, which must not give up before.
    private static final String PATIENCE_MILLIS = "15000";

    /// About eight seconds of 6 Mbit/s.
    private static final int PACKETS_BEFORE_THE_WRAP = 5_000;

    private final Path folder;
    private final Broadcast broadcast;
    private final MediaClient streamer;
    private final LabNetwork network;
    private final BondingTally tally;
    private final TsCount played = new TsCount();
    private final int ingestPort;
    private final int bondPort = Ports.freeUdp();
    private final Parts parts = new Parts();
    private Child encoder;

    private BondingWorld(
            Checkout checkout, Path folder, Scenario scenario, Broadcast broadcast, boolean kernel)
            throws IOException {
        this.folder = folder;
        this.broadcast = broadcast;
        var srtla = Ports.freeUdp();
        var relay =
                parts.keep(
                        RelayProcess.start(
                                checkout,
                                folder,
                                program -> RelayProcess.withMedia(program, srtla),
                                _ -> {}));
        streamer = parts.keep(MediaClient.registered(relay.url()));
        tally = new BondingTally(scenario.links().size());
        network =
                parts.keep(
                        kernel
                                ? NamespaceNetwork.to(srtla, scenario.links())
                                : ProxyNetwork.to(srtla, scenario.links(), tally));
        parts.keep(startBond(checkout));
        ingestPort = scenario.wraps() ? wrapping() : bondPort;
        encoder = startEncoder();
    }

    /// Everything runs when this returns.
    ///
    /// @param kernel whether the kernel makes the network, or the proxy
    static BondingWorld start(
            Checkout checkout, Path folder, Scenario scenario, Broadcast broadcast, boolean kernel)
            throws IOException {
        return new BondingWorld(checkout, folder, scenario, broadcast, kernel);
    }

    BondingTally tally() {
        return tally;
    }

    TsCount played() {
        return played;
    }

    MediaClient streamer() {
        return streamer;
    }

    /// Opens the player; the stream must have come through first.
    void play() throws IOException {
        var http = HttpClient.newHttpClient();
        // A close would wait for the end of the stream.
        parts.keep(http::shutdownNow);
        var request = HttpRequest.newBuilder(streamer.playUrl()).build();
        try {
            var stream = http.send(request, BodyHandlers.ofInputStream()).body();
            Thread.ofVirtual().name("player").start(() -> readAll(stream));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    void apply(Scenario.Change change) throws IOException {
        switch (change) {
            case Scenario.Change.Conditions(var link, var now) -> network.change(link, now);
            case Scenario.Change.Rebind(var link) -> network.rebind(link);
            case Scenario.Change.RestartEncoder _ -> {
                encoder.close();
                encoder = startEncoder();
            }
        }
    }

    @Override
    public void close() {
        encoder.close();
        parts.close();
    }

    private Child startBond(Checkout checkout) throws IOException {
        var program =
                checkout.program(
                        "bond",
                        "desktop-station",
                        List.of(
                                "bond",
                                "--listen",
                                Integer.toString(bondPort),
                                "--to",
                                network.target(),
                                "--links",
                                String.join(",", network.modems())));
        return Child.start(program.behind(network.prefix()), folder, _ -> {});
    }

    private int wrapping() throws IOException {
        var proxy = parts.keep(new WrapProxy(bondPort, PACKETS_BEFORE_THE_WRAP));
        proxy.start();
        return proxy.port();
    }

    private Child startEncoder() throws IOException {
        return broadcast.send(
                network.prefix(),
                "srt://127.0.0.1:%d?streamid=publish/live/%s&latency=%s&pkt_size=1316&connect_timeout=%s"
                        .formatted(
                                ingestPort, streamer.publishKey(), LATENCY_MICROS, PATIENCE_MILLIS),
                folder);
    }

    private void readAll(InputStream stream) {
        try (stream) {
            played.readAll(stream);
        } catch (IOException _) {
            // The relay ends before its player does.
        }
    }
}
