package net.ratonet.relay.privacy;

/// A fixed net of cells over the globe. Every point of a cell snaps to the same centre, so that no
/// number of observations averages out to more than the cell.
public record Grid(double degrees) {

    /// About 110 m.
    public static final Grid STREET = new Grid(0.001);

    /// About 9 km.
    public static final Grid CITY = new Grid(0.08);

    public Grid {
        if (!(degrees > 0 && degrees <= 90)) {
            throw new IllegalArgumentException("degrees must be above 0 and at most 90");
        }
    }

    /// The centre of the cell that holds the point.
    public GeoPoint snap(GeoPoint point) {
        var rows = Math.rint(180 / degrees);
        var lat = centre(point.lat() + 90, 180 / rows, rows) - 90;
        // Fewer columns towards the poles keep cells about square and close the circle evenly.
        var columns = Math.max(1, Math.rint(360 * Math.cos(Math.toRadians(lat)) / degrees));
        var lng = centre(point.lng() + 180, 360 / columns, columns) - 180;
        return new GeoPoint(lat, lng);
    }

    private static double centre(double offset, double step, double cells) {
        return (Math.min(Math.floor(offset / step), cells - 1) + 0.5) * step;
    }
}
