package net.ratonet.station.telemetry.starlink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.telemetry.Collector;
import org.jspecify.annotations.Nullable;

/// Looks for a Starlink dish, reads it while it is there, and looks again later when it is not:
/// most stations have none, so that is no trouble. Owned by its collector thread; which address of
/// this machine the dish is behind may be asked from any.
public final class StarlinkCollector implements Collector<StarlinkReading> {

    private static final Duration DETECT_LIMIT = Duration.ofMillis(1_500);
    private static final Duration SCHEMA_LIMIT = Duration.ofMillis(1_500);
    private static final Duration STATUS_LIMIT = Duration.ofMillis(1_500);
    private static final BackOff PAUSES =
            new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(2));
    private static final StarlinkReading GONE = new StarlinkReading(false, 0, 0, 0, 0, 0);

    private final String host;
    private final int port;
    private final Ticker ticker;
    private volatile Optional<String> localAddress = Optional.empty();
    private @Nullable DishConnection connection;
    private DishStatusCodec codec = new DishStatusCodec(new SchemaBook());
    private int failures;
    private long nextLookNanos;

    public StarlinkCollector(String host, int port, Ticker ticker) {
        this.host = host;
        this.port = port;
        this.ticker = ticker;
        this.nextLookNanos = ticker.nowNanos();
    }

    /// This machine's address on the side of the dish, while it answers.
    public Supplier<Optional<String>> localAddress() {
        return () -> localAddress;
    }

    @Override
    public Optional<StarlinkReading> collect() {
        if (connection != null) {
            return Optional.of(read(connection));
        }
        if (ticker.nowNanos() - nextLookNanos < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(found()));
        } catch (IOException _) {
            leaveAlone();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
        localAddress = Optional.empty();
    }

    private DishConnection found() throws IOException {
        try (var probe = new Socket()) {
            probe.connect(
                    new InetSocketAddress(host, port), Math.toIntExact(DETECT_LIMIT.toMillis()));
            localAddress = Optional.of(probe.getLocalAddress().getHostAddress());
        }
        var fresh = new DishConnection(host, port);
        connection = fresh;
        codec = new DishStatusCodec(fresh.schema(SCHEMA_LIMIT));
        return fresh;
    }

    private StarlinkReading read(DishConnection dish) {
        try {
            var answer = codec.decode(dish.handle(codec.request(), STATUS_LIMIT));
            if (answer instanceof Decoded.Accepted<StarlinkReading>(var reading)) {
                failures = 0;
                return reading;
            }
        } catch (IOException _) {
            // What follows is the same as for an answer that is none.
            leaveAlone();
            return GONE;
        }
        leaveAlone();
        return GONE;
    }

    private void leaveAlone() {
        close();
        failures++;
        nextLookNanos = ticker.nowNanos() + PAUSES.afterFailure(failures).toNanos();
    }
}
