package net.ratonet.relay.session.ts;

/// A picture's size as shown, from the fields of a parameter set.
record PictureSize(int width, int height) {

    private static final int LARGEST = 16_384;

    boolean isPlausible() {
        return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
    }

    static PictureSize ofH264(BitReader bits, int chroma) {
        var width = 16L * (bits.unsigned() + 1L);
        var mapUnits = bits.unsigned() + 1L;
        var framesOnly = bits.flag();
        var fields = framesOnly ? 1 : 2;
        if (!framesOnly) {
            bits.skip(1);
        }
        bits.skip(1);
        return cropped(bits, width, 16L * fields * mapUnits, chroma, fields);
    }

    static PictureSize ofHevc(BitReader bits, int chroma) {
        return cropped(bits, bits.unsigned(), bits.unsigned(), chroma, 1);
    }

    /// Both codecs count cropping in chroma samples: left, right, top, bottom.
    private static PictureSize cropped(
            BitReader bits, long width, long height, int chroma, int fields) {
        if (!bits.flag()) {
            return new PictureSize(clamped(width), clamped(height));
        }
        var unitX = chroma == 1 || chroma == 2 ? 2 : 1;
        var unitY = (chroma == 1 ? 2 : 1) * fields;
        var sides = (long) bits.unsigned() + bits.unsigned();
        var ends = (long) bits.unsigned() + bits.unsigned();
        return new PictureSize(clamped(width - unitX * sides), clamped(height - unitY * ends));
    }

    private static int clamped(long pixels) {
        return Math.clamp(pixels, -1, LARGEST + 1);
    }
}
