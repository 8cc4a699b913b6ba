package net.ratonet.relay.session.ts;

import java.util.Optional;
import java.util.OptionalDouble;

/// What the sequence parameter set of HEVC says of the pictures.
///
/// @param chroma 1 for 4:2:0
/// @param width and `height` as shown, cropping done
/// @param vui empty also where reference sets are predicted from each other: nothing behind them is
///   read then
public record HevcSps(
        HevcProfile profile,
        int chroma,
        int lumaDepth,
        int chromaDepth,
        int width,
        int height,
        Vui vui) {

    private static final int TYPE = 33;
    private static final int DEEPEST = 16;
    private static final int MOST_REFERENCE_SETS = 64;
    private static final int MOST_REFERENCES = 16;

    /// Reads a NAL unit, from its header bytes on; empty when it is no such set or is damaged.
    public static Optional<HevcSps> parse(byte[] bytes, int offset, int length) {
        if (length < 4 || ((bytes[offset] >> 1) & 0x3f) != TYPE) {
            return Optional.empty();
        }
        var bits = BitReader.ofNal(bytes, offset + 2, offset + length);
        bits.skip(4);
        var profile = HevcProfile.read(bits);
        bits.unsigned();
        var chroma = bits.unsigned();
        if (chroma == 3) {
            bits.skip(1);
        }
        var picture = PictureSize.ofHevc(bits, chroma);
        var luma = bits.unsigned() + 8L;
        var chromaDepth = bits.unsigned() + 8L;
        if (bits.isExhausted() || !picture.isPlausible() || Math.max(luma, chromaDepth) > DEEPEST) {
            return Optional.empty();
        }
        return Optional.of(
                new HevcSps(
                        profile,
                        chroma & 3,
                        (int) luma,
                        (int) chromaDepth,
                        picture.width(),
                        picture.height(),
                        vui(bits, profile.subLayers())));
    }

    public OptionalDouble framesPerSecond() {
        return vui.framesPerSecond();
    }

    public ColourTags colours() {
        return vui.colours();
    }

    private static Vui vui(BitReader bits, int subLayers) {
        var orderBits = bits.unsigned() + 4;
        for (var layer = bits.flag() ? 0 : subLayers - 1; layer < subLayers; layer++) {
            skipNumbers(bits, 3);
        }
        skipNumbers(bits, 6);
        var hasScaling = bits.flag();
        if (hasScaling && bits.flag()) {
            skipScalingLists(bits);
        }
        bits.skip(2);
        if (bits.flag()) {
            bits.skip(8);
            skipNumbers(bits, 2);
            bits.skip(1);
        }
        if (!skipReferenceSets(bits)) {
            return Vui.NONE;
        }
        skipLongTermReferences(bits, orderBits);
        bits.skip(2);
        return bits.flag() ? Vui.ofHevc(bits) : Vui.NONE;
    }

    private static void skipNumbers(BitReader bits, int count) {
        for (var i = 0; i < count; i++) {
            bits.unsigned();
        }
    }

    private static void skipScalingLists(BitReader bits) {
        for (var size = 0; size < 4; size++) {
            for (var matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (bits.flag()) {
                    skipNumbers(bits, Math.min(64, 1 << (4 + 2 * size)) + (size > 1 ? 1 : 0));
                } else {
                    bits.unsigned();
                }
            }
        }
    }

    private static boolean skipReferenceSets(BitReader bits) {
        var sets = bits.unsigned();
        for (var set = 0; set < sets; set++) {
            if (sets > MOST_REFERENCE_SETS || bits.isExhausted() || (set > 0 && bits.flag())) {
                return false;
            }
            var pictures = (long) bits.unsigned() + bits.unsigned();
            for (var picture = 0; picture < Math.min(pictures, MOST_REFERENCES); picture++) {
                bits.unsigned();
                bits.skip(1);
            }
        }
        return true;
    }

    private static void skipLongTermReferences(BitReader bits, int orderBits) {
        if (bits.flag()) {
            var count = bits.unsigned();
            for (var i = 0; i < count && !bits.isExhausted(); i++) {
                bits.skip(Math.min(orderBits, 16) + 1);
            }
        }
    }
}
