package net.ratonet.station.source.libav;

/// The colours of the test picture in YUV, in the range that video uses (16 to 235).
enum Colour {
    WHITE(235, 128, 128),
    YELLOW(210, 16, 146),
    CYAN(170, 166, 16),
    GREEN(145, 54, 34),
    MAGENTA(106, 202, 222),
    RED(81, 90, 240),
    BLUE(41, 240, 110),
    BLACK(16, 128, 128);

    private final int luma;
    private final int blue;
    private final int red;

    Colour(int luma, int blue, int red) {
        this.luma = luma;
        this.blue = blue;
        this.red = red;
    }

    int luma() {
        return luma;
    }

    int blue() {
        return blue;
    }

    int red() {
        return red;
    }
}
