package net.ratonet.lab.bench.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ratonet.lab.process.Broadcast;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Parts;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.ProcessCost;
import net.ratonet.lab.process.Program;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.RtmpSink;

/// One stream through everything: an encoder, the station's bond over two links, the relay, and a
/// stand-in for the platform.
final class PassThrough implements AutoCloseable {

    private static final Duration ARRIVAL = Duration.ofSeconds(20);

    private final Parts parts = new Parts();
    private final RelayProcess relay;
    private final RtmpSink sink;

    private PassThrough(Checkout checkout, Path folder, Broadcast broadcast) throws IOException {
        var srtla = Ports.freeUdp();
        var ingest = Ports.freeUdp();
        relay =
                parts.keep(
                        RelayProcess.start(
                                checkout,
                                folder,
                                program -> RelayProcess.withMedia(program, srtla),
                                _ -> {}));
        sink = parts.keep(RtmpSink.start(folder, Ports.freeTcp()));
        var streamer = parts.keep(MediaClient.registered(relay.url()));
        streamer.destinations(
                "[{\"platform\":\"custom\",\"rtmp_url\":\"%s\"}]".formatted(sink.url()));
        parts.keep(Child.start(bond(checkout, ingest, srtla), folder, _ -> {}));
        parts.keep(
                broadcast.send(
                        "srt://127.0.0.1:%d?streamid=publish/live/%s&latency=2000000"
                                .formatted(ingest, streamer.publishKey()),
                        folder));
        streamer.awaitStream(ARRIVAL);
    }

    /// What the relay and each of its children have used.
    record Costs(ProcessCost relay, Map<Long, ProcessCost> children) {

        /// Of the children that were there both times: one that prepares something and ends is no
        /// part of what a stream costs.
        double childrenCpuPercentSince(Costs before) {
            var percent = 0.0;
            for (var child : before.children.entrySet()) {
                var now = children.get(child.getKey());
                percent += now == null ? 0 : now.cpuPercentSince(child.getValue());
            }
            return percent;
        }

        long childrenResidentKilobytes() {
            return children.values().stream()
                    .mapToLong(child -> child.residentKilobytes().orElse(0))
                    .sum();
        }
    }

    static PassThrough start(Checkout checkout, Path folder, Broadcast broadcast)
            throws IOException {
        return new PassThrough(checkout, folder, broadcast);
    }

    Costs costs() {
        var handle = relay.child().process().toHandle();
        var children =
                handle.descendants().collect(Collectors.toMap(ProcessHandle::pid, ProcessCost::of));
        return new Costs(ProcessCost.of(handle), children);
    }

    /// What the platform has got, in words.
    String carried() {
        return sink.received();
    }

    @Override
    public void close() {
        parts.close();
    }

    private static Program bond(Checkout checkout, int ingest, int srtla) {
        return checkout.program(
                "bond",
                "desktop-station",
                List.of(
                        "bond",
                        "--listen",
                        Integer.toString(ingest),
                        "--to",
                        "127.0.0.1:" + srtla,
                        "--links",
                        "127.0.0.2,127.0.0.3"));
    }
}
