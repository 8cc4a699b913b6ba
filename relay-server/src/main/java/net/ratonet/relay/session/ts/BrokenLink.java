package net.ratonet.relay.session.ts;

/// HEVC's way of saying that what comes before a key frame is another stream. In an open group the
/// key frame (CRA) is followed by pictures that lead in to it (RASL) and refer to what came before.
/// Where that is missing, it has to be marked (BLA), and the pictures that lead in are left out;
/// decoders take it for a mistake otherwise.
public final class BrokenLink {

    private static final int CRA = 21;
    private static final int BLA_FIRST = 16;
    private static final int BLA_WITH_LEADING = 17;
    private static final int BLA_ALONE = 18;
    private static final int RASL_FIRST = 8;
    private static final int RASL_LAST = 9;

    private BrokenLink() {}

    /// Whether a picture of this kind refers to something before its key frame.
    public static boolean leadsIn(byte header) {
        var type = type(header);
        return type == RASL_FIRST || type == RASL_LAST;
    }

    /// Whether it is a key frame that is numbered on from those before it. It must not be shown
    /// twice: decoders complain of the second one's number.
    public static boolean isOpen(byte header) {
        var type = type(header);
        return type == CRA || (type >= BLA_FIRST && type <= BLA_ALONE);
    }

    /// The first byte of a unit, marked where that is needed.
    ///
    /// @param alone whether every picture that is shown before the key frame is left out
    public static byte marked(byte header, boolean alone) {
        return type(header) == CRA
                ? (byte) ((header & 0x81) | ((alone ? BLA_ALONE : BLA_WITH_LEADING) << 1))
                : header;
    }

    private static int type(byte header) {
        return (header >> 1) & 0x3f;
    }
}
