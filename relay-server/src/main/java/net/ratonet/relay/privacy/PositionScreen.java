package net.ratonet.relay.privacy;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stands between one live streamer's true position and the world. The rules are looked at anew
/// each time, so that a change acts at once. For one owner thread at a time.
public final class PositionScreen {

    /// A position this close to a zone is not even asked about elsewhere; it covers the rounding of
    /// what is asked.
    private static final double ASK_OUTSIDE_M = 150;

    private final ZoneGate gate = new ZoneGate();
    private final DelayLine<TimedFix> fixes = new DelayLine<>();
    private final DelayLine<PlaceName> places = new DelayLine<>();
    private PrivacyRules obeyed = PrivacyRules.OPEN;
    private @Nullable TimedFix newest;
    private boolean passing;

    /// Takes the streamer's newest position. One inside a zone, or one that is not to be shared,
    /// also takes back what was waiting: the way home is as telling as home.
    public void moved(PrivacyRules rules, TimedFix fix) {
        obey(rules, fix.arrivedAt());
        newest = fix;
        passing = passes(rules, fix, fix.arrivedAt());
        if (passing) {
            fixes.add(fix, fix.arrivedAt(), rules.delay());
        } else {
            forget();
        }
    }

    /// Takes the name of the place where the streamer is.
    public void named(PrivacyRules rules, PlaceName place, Instant now) {
        obey(rules, now);
        if (passing) {
            places.add(place, now, rules.delay());
        }
    }

    /// Ends sharing until the next position: the device that knew it has gone.
    public void stop() {
        newest = null;
        passing = false;
        forget();
    }

    /// What the world may know now.
    public PublicPosition look(PrivacyRules rules, Instant now) {
        obey(rules, now);
        return fixes.at(now, rules.delay())
                .flatMap(fix -> shown(rules, fix))
                .map(fix -> new PublicPosition(Optional.of(fix), placeAt(rules, now)))
                .orElse(PublicPosition.HIDDEN);
    }

    /// Whether the newest position may be told to a third party that knows names of places.
    public boolean mayAskElsewhere(PrivacyRules rules) {
        return passing
                && newest != null
                && rules.metresOutsideZones(GeoPoint.of(newest.fix())) > ASK_OUTSIDE_M;
    }

    private Optional<TimedFix> shown(PrivacyRules rules, TimedFix raw) {
        var coarse = rules.precision().coarsen(raw.fix());
        var clear = isClear(rules, GeoPoint.of(raw.fix())) && isClear(rules, GeoPoint.of(coarse));
        return clear
                ? Optional.of(new TimedFix(coarse, raw.measuredAt(), raw.arrivedAt()))
                : Optional.empty();
    }

    private String placeAt(PrivacyRules rules, Instant now) {
        var place = places.at(now, rules.delay()).orElse(PlaceName.UNKNOWN);
        return rules.precision() == Precision.CITY ? place.town() : place.full();
    }

    private void obey(PrivacyRules rules, Instant now) {
        if (rules.equals(obeyed)) {
            return;
        }
        obeyed = rules;
        passing = newest != null && passes(rules, newest, now);
        if (!passing) {
            forget();
        }
    }

    private boolean passes(PrivacyRules rules, TimedFix fix, Instant now) {
        var outside = rules.metresOutsideZones(GeoPoint.of(fix.fix()));
        return gate.passes(outside, now) && rules.sharing();
    }

    private void forget() {
        fixes.clear();
        places.clear();
    }

    private static boolean isClear(PrivacyRules rules, GeoPoint point) {
        return rules.metresOutsideZones(point) > 0;
    }
}
