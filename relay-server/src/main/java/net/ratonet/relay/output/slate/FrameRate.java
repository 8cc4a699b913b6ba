package net.ratonet.relay.output.slate;

/// Pictures per second as a fraction.
record FrameRate(int numerator, int denominator) {

    private static final FrameRate USUAL = new FrameRate(30, 1);
    private static final int NTSC = 1_001;
    private static final double CLOSE = 0.01;
    private static final double HIGHEST = 120;

    /// The rate that a measured one stands for.
    static FrameRate near(double measured) {
        if (!(measured >= 1 && measured <= HIGHEST)) {
            return USUAL;
        }
        var whole = Math.max(1, (int) Math.round(measured));
        var ntsc = whole % 6 == 0 && Math.abs(measured - whole * 1_000.0 / NTSC) < CLOSE;
        return ntsc ? new FrameRate(whole * 1_000, NTSC) : new FrameRate(whole, 1);
    }

    double perSecond() {
        return (double) numerator / denominator;
    }

    String key() {
        return numerator + "-" + denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
