package net.ratonet.relay.session.ts;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What the sequence parameter set of H.264 says of the pictures.
///
/// @param width and `height` as shown, cropping done
/// @param constraints the flags between profile and level
public record H264Sps(int profile, int constraints, int level, int width, int height, Vui vui) {

    private static final int TYPE = 7;
    private static final Set<Integer> WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

    /// Reads a NAL unit, from its header byte on; empty when it is no such set or is damaged.
    public static Optional<H264Sps> parse(byte[] bytes, int offset, int length) {
        if (length < 4 || (bytes[offset] & 0x1f) != TYPE) {
            return Optional.empty();
        }
        var bits = BitReader.ofNal(bytes, offset + 1, offset + length);
        var profile = (int) bits.bits(8);
        var constraints = (int) bits.bits(8);
        var level = (int) bits.bits(8);
        bits.unsigned();
        var chroma = WITH_CHROMA.contains(profile) ? chromaAndScaling(bits) : 1;
        skipOrderAndReferences(bits);
        var picture = PictureSize.ofH264(bits, chroma);
        if (bits.isExhausted() || !picture.isPlausible()) {
            return Optional.empty();
        }
        var vui = bits.flag() ? Vui.ofH264(bits) : Vui.NONE;
        return Optional.of(
                new H264Sps(profile, constraints, level, picture.width(), picture.height(), vui));
    }

    public OptionalDouble framesPerSecond() {
        return vui.framesPerSecond();
    }

    public ColourTags colours() {
        return vui.colours();
    }

    private static int chromaAndScaling(BitReader bits) {
        var chroma = bits.unsigned();
        if (chroma == 3) {
            bits.skip(1);
        }
        bits.unsigned();
        bits.unsigned();
        bits.skip(1);
        if (bits.flag()) {
            for (var list = 0; list < (chroma == 3 ? 12 : 8); list++) {
                if (bits.flag()) {
                    skipScalingList(bits, list < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private static void skipScalingList(BitReader bits, int size) {
        var last = 8;
        var next = 8;
        for (var i = 0; i < size && !bits.isExhausted(); i++) {
            if (next != 0) {
                next = (last + bits.signed()) & 0xff;
            }
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrderAndReferences(BitReader bits) {
        bits.unsigned();
        var orderType = bits.unsigned();
        if (orderType == 0) {
            bits.unsigned();
        } else if (orderType == 1) {
            bits.skip(1);
            bits.signed();
            bits.signed();
            var cycle = bits.unsigned();
            for (var i = 0; i < cycle && !bits.isExhausted(); i++) {
                bits.signed();
            }
        }
        bits.unsigned();
        bits.skip(1);
    }
}
