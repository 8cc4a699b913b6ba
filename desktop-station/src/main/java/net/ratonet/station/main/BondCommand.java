package net.ratonet.station.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.bonding.rate.RateLimits;
import net.ratonet.station.network.BondTarget;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.network.BondingConfig;
import net.ratonet.station.network.RateAlgorithm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `station bond`: the bonding alone, for any encoder that speaks SRT. Runs until it is ended.
@Command(
        name = "bond",
        mixinStandardHelpOptions = true,
        description =
                "Bonds the SRT stream of any encoder: point OBS, Larix or FFmpeg at --listen.")
final class BondCommand implements Callable<Integer> {

    private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?(\\d{1,5})");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration STATISTICS = Duration.ofSeconds(1);
    private static final RateLimits RATE =
            new RateLimits(Bitrate.ofKbps(500), Bitrate.ofKbps(20_000), 2_000);

    private final CountDownLatch ended;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--listen",
            defaultValue = "6000",
            paramLabel = "[ADDRESS:]PORT",
            description = "Where the encoder sends to; this machine only, unless an address says.")
    private String listen = "6000";

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", description = "The relay.")
    private String to = "";

    @Option(
            names = "--links",
            split = ",",
            paramLabel = "NAME",
            description = "Interfaces, or source addresses; without it all that are found.")
    private List<String> links = List.of();

    @Option(names = "--stats", description = "Print one line of JSON a second.")
    private boolean statistics;

    /// @param ended opens when the program is to end
    BondCommand(CountDownLatch ended) {
        this.ended = ended;
    }

    @Override
    public Integer call() throws InterruptedException {
        var from = listenAddress();
        var relay = target();
        if (from.isEmpty() || relay.isEmpty()) {
            err().println("An address is HOST:PORT with a port from 1 to 65535.");
            return CommandLine.ExitCode.USAGE;
        }
        var config =
                new BondingConfig(
                        from.get(),
                        links,
                        Optional.empty(),
                        RateAlgorithm.RATO,
                        RATE,
                        Optional.empty());
        try (var bonding = new Bonding(config, Ticker.system(), InstantSource.system())) {
            var port = bonding.open(relay.get());
            err().println("Bonding UDP port %d to %s".formatted(port, relay.get()));
            report(bonding);
            return CommandLine.ExitCode.OK;
        } catch (IOException trouble) {
            err().println("Cannot listen on %s: %s".formatted(listen, trouble.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void report(Bonding bonding) throws InterruptedException {
        while (!ended.await(STATISTICS.toMillis(), TimeUnit.MILLISECONDS)) {
            if (statistics) {
                out().println(Json.write(BondJson.of(bonding.board())));
            }
        }
    }

    private Optional<InetSocketAddress> listenAddress() {
        var match = ADDRESS.matcher(listen);
        if (!match.matches() || portOf(match) > HIGHEST_PORT) {
            return Optional.empty();
        }
        var host = match.group(1) == null ? LOOPBACK : match.group(1);
        return Optional.of(new InetSocketAddress(host, portOf(match)))
                .filter(Predicate.not(InetSocketAddress::isUnresolved));
    }

    private Optional<BondTarget> target() {
        var match = ADDRESS.matcher(to);
        return match.matches()
                        && match.group(1) != null
                        && portOf(match) >= 1
                        && portOf(match) <= HIGHEST_PORT
                ? Optional.of(new BondTarget(match.group(1), portOf(match)))
                : Optional.empty();
    }

    private static int portOf(Matcher address) {
        return Integer.parseInt(address.group(2));
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command's spec");
        }
        return spec;
    }
}
