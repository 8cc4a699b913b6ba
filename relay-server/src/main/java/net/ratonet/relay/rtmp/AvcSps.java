package net.ratonet.relay.rtmp;

import java.util.Optional;

/// The part of an H.264 sequence parameter set that tells size and rate.
final class AvcSps {

    private static final int ASPECT_IN_NUMBERS = 255;

    private AvcSps() {}

    static Optional<Picture> picture(byte[] nal) {
        var in = BitReader.ofNal(nal, 1);
        var profile = (int) in.bits(8);
        in.skip(16);
        in.number();
        var chroma = isHigh(profile) ? chroma(in) : 1;
        in.number();
        skipOrder(in);
        in.number();
        in.skip(1);
        var width = 16L * (in.number() + 1L);
        var rows = in.number() + 1L;
        var framesOnly = in.flag();
        var height = 16L * rows * (framesOnly ? 1 : 2);
        in.skip(framesOnly ? 1 : 2);
        if (in.flag()) {
            var unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            var unitY = (chroma == 1 ? 2 : 1) * (framesOnly ? 1 : 2);
            width -= unitX * ((long) in.number() + in.number());
            height -= unitY * ((long) in.number() + in.number());
        }
        var rate = in.flag() ? rate(in) : 0;
        return width > 0 && height > 0 && width <= 16_384 && height <= 16_384
                ? Optional.of(new Picture((int) width, (int) height, rate))
                : Optional.empty();
    }

    private static boolean isHigh(int profile) {
        return switch (profile) {
            case 44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244 -> true;
            default -> false;
        };
    }

    private static int chroma(BitReader in) {
        var chroma = in.number();
        if (chroma == 3) {
            in.skip(1);
        }
        in.number();
        in.number();
        in.skip(1);
        if (in.flag()) {
            for (var i = 0; i < (chroma == 3 ? 12 : 8); i++) {
                if (in.flag()) {
                    skipScaling(in, i < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private static void skipScaling(BitReader in, int size) {
        var last = 8;
        var next = 8;
        for (var i = 0; i < size && next != 0; i++) {
            next = (last + in.signed() + 256) % 256;
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(BitReader in) {
        var kind = in.number();
        if (kind == 0) {
            in.number();
        } else if (kind == 1) {
            in.skip(1);
            in.number();
            in.number();
            var count = Math.min(255, in.number());
            for (var i = 0; i < count; i++) {
                in.number();
            }
        }
    }

    private static double rate(BitReader in) {
        if (in.flag() && in.bits(8) == ASPECT_IN_NUMBERS) {
            in.skip(32);
        }
        if (in.flag()) {
            in.skip(1);
        }
        if (in.flag()) {
            in.skip(4);
            in.skip(in.flag() ? 24 : 0);
        }
        if (in.flag()) {
            in.number();
            in.number();
        }
        if (!in.flag()) {
            return 0;
        }
        var units = in.bits(32);
        var scale = in.bits(32);
        var rate = units == 0 ? 0 : scale / (2.0 * units);
        return in.isPastEnd() || rate > 1_000 ? 0 : rate;
    }
}
