package net.ratonet.station.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;

/// An invented ride along a recorded track, again and again, at the track's own speed. Pure but for
/// the ticker that says how long the ride has lasted.
public final class SimulatedRide implements Collector<GeoFix> {

    private static final int SATELLITES = 11;
    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private final GpxTrack track;
    private final Ticker ticker;
    private final long startNanos;

    SimulatedRide(GpxTrack track, Ticker ticker) {
        this.track = track;
        this.ticker = ticker;
        this.startNanos = ticker.nowNanos();
    }

    /// The ride that comes with the station: around Avenida Paulista in São Paulo.
    public static SimulatedRide aroundPaulista(Ticker ticker) {
        try (var gpx = SimulatedRide.class.getResourceAsStream("ride.gpx")) {
            return switch (GpxCodec.decode(Objects.requireNonNull(gpx))) {
                case Decoded.Accepted<GpxTrack>(var track) -> new SimulatedRide(track, ticker);
                case Decoded.Refused<GpxTrack>(var field, var reason) ->
                        throw new IllegalStateException(field + " " + reason);
                case Decoded.Malformed<GpxTrack>(var reason) ->
                        throw new IllegalStateException(reason);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<GeoFix> collect() {
        return Optional.of(fixAt(Duration.ofNanos(ticker.nowNanos() - startNanos)));
    }

    GeoFix fixAt(Duration elapsed) {
        var intoTrack = elapsed.toNanos() % track.duration().toNanos();
        var time = track.points().getFirst().time().plusNanos(intoTrack);
        var leg = legAt(time);
        return between(track.points().get(leg), track.points().get(leg + 1), time);
    }

    /// The index of the last point that was passed, and of which a next one exists.
    private int legAt(Instant time) {
        var leg = 0;
        while (leg + 2 < track.points().size()
                && !track.points().get(leg + 1).time().isAfter(time)) {
            leg++;
        }
        return leg;
    }

    private GeoFix between(GpxPoint from, GpxPoint to, Instant time) {
        var legNanos = Duration.between(from.time(), to.time()).toNanos();
        var part =
                legNanos == 0
                        ? 0
                        : (double) Duration.between(from.time(), time).toNanos() / legNanos;
        var metres = from.metresTo(to);
        return new GeoFix(
                mix(from.lat(), to.lat(), part),
                mix(from.lng(), to.lng(), part),
                legNanos == 0 ? 0 : metres / legNanos * 1e9 * KMH_PER_METRE_PER_SECOND,
                mix(from.altitudeM(), to.altitudeM(), part),
                metres == 0 ? 0 : from.headingTo(to),
                SATELLITES,
                FixKind.THREE_D);
    }

    private static double mix(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
