package net.ratonet.relay.session.ts;

import java.util.OptionalDouble;

/// The frame rate in the display hints of a parameter set.
final class VuiTiming {

    private static final int OWN_ASPECT_RATIO = 255;

    /// Above it the numbers are a time base and no frame rate.
    private static final double FASTEST = 300;

    private VuiTiming() {}

    static OptionalDouble ofH264(BitReader bits) {
        skipLooks(bits);
        return timing(bits, 2);
    }

    static OptionalDouble ofHevc(BitReader bits) {
        skipLooks(bits);
        bits.skip(3);
        if (bits.flag()) {
            for (var side = 0; side < 4; side++) {
                bits.unsigned();
            }
        }
        return timing(bits, 1);
    }

    /// Aspect ratio, overscan, colours and where chroma samples lie.
    private static void skipLooks(BitReader bits) {
        if (bits.flag() && bits.bits(8) == OWN_ASPECT_RATIO) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        if (bits.flag()) {
            bits.skip(4);
            if (bits.flag()) {
                bits.skip(24);
            }
        }
        if (bits.flag()) {
            bits.unsigned();
            bits.unsigned();
        }
    }

    private static OptionalDouble timing(BitReader bits, int ticksPerFrame) {
        if (!bits.flag()) {
            return OptionalDouble.empty();
        }
        var unit = bits.bits(32);
        var scale = bits.bits(32);
        if (bits.isExhausted() || unit == 0) {
            return OptionalDouble.empty();
        }
        var rate = (double) scale / unit / ticksPerFrame;
        return rate >= 1 && rate <= FASTEST ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }
}
