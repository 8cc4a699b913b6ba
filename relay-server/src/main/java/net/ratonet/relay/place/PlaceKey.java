package net.ratonet.relay.place;

import java.util.Locale;
import net.ratonet.relay.config.PlaceConfig;
import net.ratonet.relay.privacy.GeoPoint;

/// What a place is asked for and remembered by: a cell of a thousandth of a degree (about 110 m),
/// so that the provider never learns a position more exactly than that.
public record PlaceKey(String provider, String language, int latMilli, int lngMilli) {

    static PlaceKey of(PlaceConfig config, GeoPoint point) {
        return new PlaceKey(
                config.providerUrl(), config.language(), milli(point.lat()), milli(point.lng()));
    }

    String lat() {
        return decimal(latMilli);
    }

    String lng() {
        return decimal(lngMilli);
    }

    private static int milli(double degrees) {
        return Math.toIntExact(Math.round(degrees * 1_000));
    }

    private static String decimal(int milli) {
        return String.format(Locale.ROOT, "%.3f", milli / 1_000.0);
    }
}
