package net.ratonet.station.source;

/// How the encoder's source fared in the last second.
///
/// @param trouble why there is no picture from it, else empty
/// @param peakDb loudest sample sent, 0 is the most there can be
/// @param rmsDb loudness of the whole second
public record FeedReading(SourceState state, String trouble, double peakDb, double rmsDb) {

    /// Digital silence, as quiet as sixteen bits can be.
    public static final double SILENCE_DB = -96;

    public static FeedReading unheard() {
        return new FeedReading(SourceState.CONNECTING, "", SILENCE_DB, SILENCE_DB);
    }
}
