package net.ratonet.relay.session.ts;

/// What a stream says of its colours, by the numbers that H.264 and HEVC share.
///
/// @param full whether brightness uses all values, from the darkest on
public record ColourTags(int primaries, int transfer, int matrix, boolean full) {

    private static final int UNTOLD = 2;

    public static final ColourTags NONE = new ColourTags(UNTOLD, UNTOLD, UNTOLD, false);

    /// Behind the flag that says that they are told.
    static ColourTags read(BitReader bits) {
        bits.skip(3);
        var full = bits.flag();
        if (!bits.flag()) {
            return new ColourTags(UNTOLD, UNTOLD, UNTOLD, full);
        }
        return new ColourTags((int) bits.bits(8), (int) bits.bits(8), (int) bits.bits(8), full);
    }
}
