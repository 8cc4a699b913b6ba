package net.ratonet.relay.rtmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts AAC out of pieces of an ADTS stream; a frame may begin in one piece and end in the next.
/// For one thread.
public final class AdtsFrames {

    private static final int HEADER = 7;
    private static final int HEADER_WITH_CHECKSUM = 9;

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
        var samples = began == 0 ? 0 : -AacFormat.FRAME_SAMPLES;
        var at = 0;
        while (at + HEADER <= bytes.length) {
            var length = frameLength(bytes, at);
            if (length == 0) {
                at++;
                continue;
            }
            if (at + length > bytes.length) {
                break;
            }
            samples = at >= began ? Math.max(0, samples) : samples;
            add(found, bytes, at, length, samples);
            samples += AacFormat.FRAME_SAMPLES;
            at += length;
        }
        rest = Arrays.copyOfRange(bytes, at, bytes.length);
        return found;
    }

    /// What comes next does not go on where the last piece ended.
    public void forget() {
        rest = new byte[0];
    }

    private static void add(List<Cut> found, byte[] bytes, int at, int length, int samples) {
        var header = (bytes[at + 1] & 1) == 1 ? HEADER : HEADER_WITH_CHECKSUM;
        if (length > header) {
            var raw = Arrays.copyOfRange(bytes, at + header, at + length);
            AacFormat.ofAdts(bytes, at)
                    .ifPresent(format -> found.add(new Cut(format, raw, samples)));
        }
    }

    /// 0 when no frame begins here.
    private static int frameLength(byte[] bytes, int at) {
        var isFrame = bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xF6) == 0xF0;
        var length =
                (bytes[at + 3] & 3) << 11
                        | (bytes[at + 4] & 0xFF) << 3
                        | (bytes[at + 5] & 0xFF) >> 5;
        return isFrame && length >= HEADER ? length : 0;
    }
}
