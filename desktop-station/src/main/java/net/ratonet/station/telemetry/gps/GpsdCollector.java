package net.ratonet.station.telemetry.gps;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.telemetry.Collector;
import org.jspecify.annotations.Nullable;

/// Reads positions from gpsd, and comes back to it by itself when it was away. Owned by its
/// collector thread.
public final class GpsdCollector implements Collector<GeoFix> {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration WAIT = Duration.ofMillis(1_200);
    private static final BackOff PAUSES =
            new BackOff(Duration.ofMillis(500), Duration.ofSeconds(15));

    /// A gpsd whose receiver is silent says nothing; one whose machine is gone does not answer.
    private static final long ASK_NANOS = Duration.ofSeconds(10).toNanos();

    private static final long GIVE_UP_NANOS = Duration.ofSeconds(20).toNanos();
    private static final int PROTOCOL = 3;

    private final String host;
    private final int port;
    private final Ticker ticker;
    private FixKeeper keeper = new FixKeeper();
    private @Nullable GpsdConnection connection;
    private String trouble = "";
    private int failures;
    private long nextAttemptNanos;
    private long heardNanos;
    private boolean asked;

    public GpsdCollector(String host, int port, Ticker ticker) {
        this.host = host;
        this.port = port;
        this.ticker = ticker;
        this.nextAttemptNanos = ticker.nowNanos();
    }

    @Override
    public Optional<GeoFix> collect() throws IOException {
        try {
            listen(connected());
        } catch (IOException lost) {
            close();
            throw new IOException(explained(lost), lost);
        }
        if (!trouble.isEmpty()) {
            throw new IOException(trouble);
        }
        return Optional.of(keeper.report(ticker.nowNanos()));
    }

    @Override
    public void close() {
        if (connection != null) {
            closeQuietly(connection);
            connection = null;
            failures++;
            nextAttemptNanos = ticker.nowNanos() + PAUSES.afterFailure(failures).toNanos();
        }
    }

    private GpsdConnection connected() throws IOException {
        if (connection != null) {
            return connection;
        }
        if (ticker.nowNanos() - nextAttemptNanos < 0) {
            throw new IOException(trouble);
        }
        try {
            var fresh = new GpsdConnection(host, port, CONNECT_LIMIT);
            connection = fresh;
            heardNanos = ticker.nowNanos();
            asked = false;
            trouble = "";
            return fresh;
        } catch (IOException refused) {
            failures++;
            nextAttemptNanos = ticker.nowNanos() + PAUSES.afterFailure(failures).toNanos();
            throw refused;
        }
    }

    private void listen(GpsdConnection gpsd) throws IOException {
        var lines = gpsd.lines(WAIT);
        var now = ticker.nowNanos();
        if (!lines.isEmpty()) {
            heardNanos = now;
            asked = false;
        } else if (now - heardNanos > GIVE_UP_NANOS) {
            throw new IOException("gpsd does not answer any more");
        } else if (now - heardNanos > ASK_NANOS && !asked) {
            asked = true;
            gpsd.send(GpsdCodec.DEVICES);
        }
        for (var line : lines) {
            if (GpsdCodec.decode(line) instanceof Decoded.Accepted<GpsdMessage>(var message)) {
                accept(message, now);
            }
        }
    }

    private void accept(GpsdMessage message, long now) {
        switch (message) {
            case GpsdMessage.Version(var release, var protocol) -> {
                failures = 0;
                trouble =
                        protocol == PROTOCOL
                                ? ""
                                : "gpsd %s speaks protocol %d, which this station does not: use gpsd 3"
                                        .formatted(release, protocol);
            }
            case GpsdMessage.Devices(var count) ->
                    trouble =
                            count > 0
                                    ? ""
                                    : "gpsd has no GPS receiver: plug one in, or name it in"
                                            + " /etc/default/gpsd";
            case GpsdMessage.Position(var fix) -> {
                trouble = "";
                keeper.accept(fix, now);
            }
            case GpsdMessage.Sky(var used) -> used.ifPresent(keeper::satellites);
            case GpsdMessage.Trouble(var what) -> trouble = "gpsd complains: " + what;
            case GpsdMessage.Other _ -> {}
        }
    }

    /// The same words while waiting for the next attempt, so that a trouble is told once.
    private String explained(IOException lost) {
        var message = String.valueOf(lost.getMessage());
        if (!message.equals(trouble)) {
            trouble = "no gpsd at %s:%d: %s".formatted(host, port, message);
        }
        return trouble;
    }

    private static void closeQuietly(GpsdConnection connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // It was of no use any more.
            return;
        }
    }
}
