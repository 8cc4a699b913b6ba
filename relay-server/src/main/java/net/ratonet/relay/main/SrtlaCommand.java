package net.ratonet.relay.main;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import net.ratonet.relay.ingest.forward.ForwardDoor;
import net.ratonet.relay.ingest.srtla.SrtlaLimits;
import net.ratonet.relay.ingest.srtla.SrtlaServer;
import net.ratonet.shared.flow.Ticker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ratonet relay srtla`: the receiver of bonded streams alone, in front of any SRT server.
@Command(
        name = "srtla",
        mixinStandardHelpOptions = true,
        description = {
            "Takes bonded streams (SRTLA) in and hands each on as plain SRT to a server of yours:",
            "OBS, MediaMTX, srt-live-server, srt-live-transmit. That server needs no patches; loss",
            "reports that would only cost your links are held back. Ends with Ctrl-C."
        })
final class SrtlaCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            defaultValue = "5000",
            description = "UDP port for bonded streams (${DEFAULT-VALUE}); 0 = any free one")
    private int port = 5_000;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "HOST:PORT",
            description = "the SRT server")
    private String to = "";

    @Override
    public Integer call() throws InterruptedException {
        var server = address(to);
        if (server.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("--to must be HOST:PORT of a server that can be found, not " + to);
            return RelayStart.MISTAKEN;
        }
        return forward(server.get());
    }

    private int forward(InetSocketAddress server) throws InterruptedException {
        try {
            var receiver =
                    new SrtlaServer(
                            port,
                            SrtlaLimits.USUAL,
                            new ForwardDoor(server),
                            Ticker.system(),
                            new SecureRandom());
            Runtime.getRuntime().addShutdownHook(new Thread(receiver::close, "srtla-end"));
            receiver.start();
            var out = spec.commandLine().getOut();
            out.println("Forwarding SRTLA of port %d to %s".formatted(receiver.port(), to));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException trouble) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "UDP port %d cannot be used: %s".formatted(port, trouble.getMessage()));
            return RelayStart.FAILED;
        }
    }

    private static Optional<InetSocketAddress> address(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var number = Integer.parseInt(text.substring(colon + 1));
        if (number < 1 || number > HIGHEST_PORT) {
            return Optional.empty();
        }
        var address = new InetSocketAddress(text.substring(0, colon), number);
        return Optional.of(address).filter(found -> !found.isUnresolved());
    }
}
