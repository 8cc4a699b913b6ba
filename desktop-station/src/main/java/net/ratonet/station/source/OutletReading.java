package net.ratonet.station.source;

/// How the way to the target is.
///
/// @param trouble why it is lost, else empty
public record OutletReading(OutletState state, String trouble) {

    public static final OutletReading OPEN = new OutletReading(OutletState.OPEN, "");
    public static final OutletReading NONE = new OutletReading(OutletState.NONE, "");
}
