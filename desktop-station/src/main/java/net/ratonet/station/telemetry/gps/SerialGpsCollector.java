package net.ratonet.station.telemetry.gps;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.gps.BaudSearch.Trial;
import net.ratonet.station.telemetry.serial.FoundPort;
import net.ratonet.station.telemetry.serial.LineSplitter;
import net.ratonet.station.telemetry.serial.SerialLine;
import net.ratonet.station.telemetry.serial.SerialPorts;
import org.jspecify.annotations.Nullable;

/// Reads positions from a serial receiver that speaks NMEA 0183, and looks for it again when it was
/// unplugged. Owned by its collector thread.
public final class SerialGpsCollector implements Collector<GeoFix> {

    private static final Duration WAIT = Duration.ofMillis(900);

    /// Sentences of one second come in one burst; a pause this long ends it.
    private static final Duration PAUSE = Duration.ofMillis(60);

    private static final Duration LONGEST_ROUND = Duration.ofMillis(1_500);

    /// A receiver that spoke goes silent when its cable is loose.
    private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int LONGEST_SENTENCE = 512;

    private final Supplier<List<String>> candidates;
    private final SerialPorts ports;
    private final Ticker ticker;
    private final LineSplitter splitter = new LineSplitter(LONGEST_SENTENCE);
    private final byte[] buffer = new byte[4 * 1024];
    private NmeaReceiver receiver = new NmeaReceiver();
    private @Nullable SerialLine line;
    private @Nullable Trial trial;

    private SerialGpsCollector(
            Supplier<List<String>> candidates, SerialPorts ports, Ticker ticker) {
        this.candidates = candidates;
        this.ports = ports;
        this.ticker = ticker;
    }

    public static SerialGpsCollector at(String path, SerialPorts ports, Ticker ticker) {
        return new SerialGpsCollector(() -> List.of(path), ports, ticker);
    }

    /// A receiver at whichever plug-in port has one.
    public static SerialGpsCollector anywhere(SerialPorts ports, Ticker ticker) {
        return new SerialGpsCollector(
                () ->
                        ports.list().stream()
                                .filter(FoundPort::isPluggable)
                                .map(FoundPort::path)
                                .toList(),
                ports,
                ticker);
    }

    @Override
    public Optional<GeoFix> collect() throws IOException {
        var before = trialNow();
        try {
            moveTo(before, BaudSearch.after(before, listen(opened(before)), ticker.nowNanos()));
        } catch (IOException lost) {
            close();
            trial =
                    before.isFound()
                            ? null
                            : BaudSearch.skip(before, ticker.nowNanos()).orElse(null);
            throw lost;
        }
        if (trial == null || !trial.isFound()) {
            throw new IOException("no GPS receiver speaks at " + String.join(", ", before.paths()));
        }
        return Optional.of(receiver.report(ticker.nowNanos()));
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    private Trial trialNow() throws IOException {
        if (trial != null) {
            return trial;
        }
        var paths = candidates.get();
        if (paths.isEmpty()) {
            throw new IOException("no serial port is there that could be a GPS receiver");
        }
        return BaudSearch.start(paths, ticker.nowNanos());
    }

    private SerialLine opened(Trial at) throws IOException {
        if (line == null) {
            line = ports.open(at.pathNow(), at.rateNow());
            splitter.clear();
            receiver = new NmeaReceiver();
        }
        return line;
    }

    /// @return how many good sentences came
    private int listen(SerialLine from) throws IOException {
        var deadline = ticker.nowNanos() + LONGEST_ROUND.toNanos();
        var good = 0;
        var count = from.read(buffer, WAIT);
        while (count > 0 && ticker.nowNanos() - deadline < 0) {
            for (var text : splitter.feed(buffer, count)) {
                good += accept(text) ? 1 : 0;
            }
            count = from.read(buffer, PAUSE);
        }
        return good;
    }

    private boolean accept(String text) {
        if (NmeaCodec.decode(text) instanceof Decoded.Accepted<NmeaSentence>(var sentence)) {
            receiver.accept(sentence, ticker.nowNanos());
            return true;
        }
        return false;
    }

    private void moveTo(Trial before, Optional<Trial> after) throws IOException {
        trial = after.orElse(null);
        var open = line;
        if (open == null || trial == null || trial.path() != before.path()) {
            close();
        } else if (trial.rate() != before.rate()) {
            open.setBaudRate(trial.rateNow());
            splitter.clear();
        } else if (trial.isFound() && ticker.nowNanos() - trial.sinceNanos() > SILENCE_NANOS) {
            throw new IOException("the GPS receiver at " + before.pathNow() + " has gone silent");
        }
    }
}
