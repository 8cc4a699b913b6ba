package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;

/// Three invented modems whose names say so. The same seed and time give the same values; each has
/// a bad stretch now and then, and the last one loses its network for a moment.
public final class SimulatedModems implements Collector<NetworkReading> {

    private static final List<Modem> MODEMS =
            List.of(
                    new Modem("sim-wwan0", 42, 9, 97, 0),
                    new Modem("sim-wwan1", 58, 6, 71, 0),
                    new Modem("sim-wwan2", 85, 4, 113, 6));

    private static final int WEAK_SECONDS = 15;

    private final long seed;
    private final Ticker ticker;
    private final long startNanos;

    public SimulatedModems(long seed, Ticker ticker) {
        this.seed = seed;
        this.ticker = ticker;
        this.startNanos = ticker.nowNanos();
    }

    @Override
    public Optional<NetworkReading> collect() {
        return Optional.of(readingAt(Duration.ofNanos(ticker.nowNanos() - startNanos)));
    }

    NetworkReading readingAt(Duration elapsed) {
        var second = elapsed.toSeconds();
        return new NetworkReading(MODEMS.stream().map(modem -> link(modem, second)).toList());
    }

    private LinkReading link(Modem modem, long second) {
        var intoRhythm = (second + modem.rhythmSeconds / 2) % modem.rhythmSeconds;
        if (intoRhythm < modem.lostSeconds) {
            return new LinkReading(modem.name, LinkClass.MOBILE, false, 0, 0, 0, 0, 0);
        }
        var random =
                new SplittableRandom(seed ^ modem.name.hashCode() * 0x9E3779B97F4A7C15L ^ second);
        var weak = intoRhythm < WEAK_SECONDS;
        var rtt = modem.rttMs * (weak ? 3 : 1) * random.nextDouble(0.85, 1.2);
        var jitter = rtt * random.nextDouble(0.05, weak ? 0.35 : 0.15);
        var loss = weak ? random.nextDouble(2, 9) : random.nextDouble(0, 0.6);
        var rate = modem.rateMbps * (weak ? 0.3 : 1) * random.nextDouble(0.8, 1.1);
        return new LinkReading(
                modem.name,
                LinkClass.MOBILE,
                true,
                tenths(rtt),
                tenths(jitter),
                tenths(loss),
                tenths(rate),
                LinkScore.of(rtt, jitter, loss));
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /// What a modem is like at its best, and how often its bad stretch comes round.
    private record Modem(
            String name, double rttMs, double rateMbps, int rhythmSeconds, int lostSeconds) {}
}
