package net.ratonet.relay.rtmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.ratonet.relay.session.ts.AdtsHeader;

/// Cuts AAC out of pieces of an ADTS stream; a frame may begin in one piece and end in the next.
/// For one thread.
public final class AdtsFrames {

    private byte[] rest = new byte[0];

    /// One frame without its header.
    ///
    /// @param samplesBefore how many samples of this piece come before it; below 0 when it began in
    ///   the piece before
    @SuppressWarnings("ArrayRecordComponent")
    public record Cut(AacFormat format, byte[] raw, int samplesBefore) {}

    public List<Cut> cut(byte[] piece) {
        var began = rest.length;
        var bytes = Arrays.copyOf(rest, began + piece.length);
        System.arraycopy(piece, 0, bytes, began, piece.length);
        var found = new ArrayList<Cut>();
        var samples = began == 0 ? 0 : -AdtsHeader.SAMPLES;
        var at = 0;
        while (at + AdtsHeader.SHORTEST <= bytes.length) {
            var header = AdtsHeader.parse(bytes, at, bytes.length);
            if (header.isEmpty()) {
                at++;
                continue;
            }
            var length = header.get().frameLength();
            if (at + length > bytes.length) {
                break;
            }
            samples = at >= began ? Math.max(0, samples) : samples;
            add(found, bytes, at, header.get(), samples);
            samples += AdtsHeader.SAMPLES;
            at += length;
        }
        rest = Arrays.copyOfRange(bytes, at, bytes.length);
        return found;
    }

    /// What comes next does not go on where the last piece ended.
    public void forget() {
        rest = new byte[0];
    }

    private static void add(List<Cut> found, byte[] bytes, int at, AdtsHeader header, int samples) {
        var raw = Arrays.copyOfRange(bytes, at + header.headerLength(), at + header.frameLength());
        if (raw.length > 0) {
            AacFormat.of(header).ifPresent(format -> found.add(new Cut(format, raw, samples)));
        }
    }
}
