package net.ratonet.relay.session.ts;

/// What a decoder must be able to do, as HEVC says it.
///
/// @param general the 12 bytes from profile to level, as they also stand in an hvcC
/// @param subLayers of time, 1 for none
/// @param nested whether a decoder may go up a layer anywhere
@SuppressWarnings("ArrayRecordComponent")
public record HevcProfile(byte[] general, int subLayers, boolean nested) {

    private static final int GENERAL_BYTES = 12;
    private static final int PROFILE = 0x1f;

    static HevcProfile read(BitReader bits) {
        var subLayers = (int) bits.bits(3) + 1;
        var nested = bits.flag();
        var general = new byte[GENERAL_BYTES];
        for (var i = 0; i < GENERAL_BYTES; i++) {
            general[i] = (byte) bits.bits(8);
        }
        skipLowerLayers(bits, subLayers - 1);
        return new HevcProfile(general, subLayers, nested);
    }

    /// 1 for Main, 2 for Main 10.
    public int number() {
        return general[0] & PROFILE;
    }

    /// Thirty times what is called the level.
    public int level() {
        return general[GENERAL_BYTES - 1] & 0xff;
    }

    private static void skipLowerLayers(BitReader bits, int count) {
        var profiles = new boolean[8];
        var levels = new boolean[8];
        for (var layer = 0; layer < (count == 0 ? 0 : 8); layer++) {
            profiles[layer] = bits.flag();
            levels[layer] = bits.flag();
        }
        for (var layer = 0; layer < count; layer++) {
            bits.skip((profiles[layer] ? 88 : 0) + (levels[layer] ? 8 : 0));
        }
    }
}
