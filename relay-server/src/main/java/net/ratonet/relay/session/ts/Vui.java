package net.ratonet.relay.session.ts;

import java.util.OptionalDouble;

/// The display hints of a parameter set.
record Vui(ColourTags colours, OptionalDouble framesPerSecond) {

    static final Vui NONE = new Vui(ColourTags.NONE, OptionalDouble.empty());

    private static final int OWN_ASPECT_RATIO = 255;

    /// Above it the numbers are a time base and no frame rate.
    private static final double FASTEST = 300;

    static Vui ofH264(BitReader bits) {
        var colours = colours(bits);
        return told(bits, new Vui(colours, timing(bits, 2)));
    }

    static Vui ofHevc(BitReader bits) {
        var colours = colours(bits);
        bits.skip(3);
        if (bits.flag()) {
            for (var side = 0; side < 4; side++) {
                bits.unsigned();
            }
        }
        return told(bits, new Vui(colours, timing(bits, 1)));
    }

    private static Vui told(BitReader bits, Vui read) {
        return bits.isExhausted() ? NONE : read;
    }

    /// Aspect ratio, overscan, colours and where chroma samples lie.
    private static ColourTags colours(BitReader bits) {
        if (bits.flag() && bits.bits(8) == OWN_ASPECT_RATIO) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        var colours = bits.flag() ? ColourTags.read(bits) : ColourTags.NONE;
        if (bits.flag()) {
            bits.unsigned();
            bits.unsigned();
        }
        return colours;
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
