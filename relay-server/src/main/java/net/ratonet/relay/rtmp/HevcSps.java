package net.ratonet.relay.rtmp;

import java.util.Optional;

/// The part of an HEVC sequence parameter set that tells profile, size and depth.
///
/// @param profile the 12 bytes from profile to level, as they also stand in an hvcC
@SuppressWarnings("ArrayRecordComponent")
record HevcSps(
        byte[] profile,
        int subLayers,
        boolean nested,
        int chroma,
        int lumaDepth,
        int chromaDepth,
        int width,
        int height) {

    private static final int LARGEST = 16_384;

    static Optional<HevcSps> parse(byte[] nal) {
        var in = BitReader.ofNal(nal, 2);
        in.skip(4);
        var subLayers = (int) in.bits(3) + 1;
        var nested = in.flag();
        var profile = new byte[12];
        for (var i = 0; i < profile.length; i++) {
            profile[i] = (byte) in.bits(8);
        }
        skipSubLayers(in, subLayers - 1);
        in.number();
        var chroma = in.number();
        in.skip(chroma == 3 ? 1 : 0);
        var width = (long) in.number();
        var height = (long) in.number();
        if (in.flag()) {
            width -= (chroma == 1 || chroma == 2 ? 2L : 1L) * ((long) in.number() + in.number());
            height -= (chroma == 1 ? 2L : 1L) * ((long) in.number() + in.number());
        }
        var luma = in.number() + 8;
        var chromaDepth = in.number() + 8;
        if (in.isPastEnd() || !fits(width) || !fits(height) || luma > 16 || chromaDepth > 16) {
            return Optional.empty();
        }
        return Optional.of(
                new HevcSps(
                        profile,
                        subLayers,
                        nested,
                        chroma & 3,
                        luma,
                        chromaDepth,
                        (int) width,
                        (int) height));
    }

    private static boolean fits(long pixels) {
        return pixels > 0 && pixels <= LARGEST;
    }

    private static void skipSubLayers(BitReader in, int count) {
        var profiles = new boolean[count];
        var levels = new boolean[count];
        for (var i = 0; i < count; i++) {
            profiles[i] = in.flag();
            levels[i] = in.flag();
        }
        in.skip(count > 0 ? 2 * (8 - count) : 0);
        for (var i = 0; i < count; i++) {
            in.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
        }
    }

    Picture picture() {
        return new Picture(width, height, 0);
    }
}
