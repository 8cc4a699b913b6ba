package net.ratonet.relay.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The parts of an H.264 or HEVC picture, parted by start codes in MPEG-TS and by lengths in RTMP.
public final class Nals {

    /// More than any encoder cuts a picture into.
    private static final int MOST = 2_048;

    private static final byte[] START_CODE = {0, 0, 0, 1};

    private Nals() {}

    /// Every part between start codes, without them.
    public static List<byte[]> ofStartCodes(byte[] bytes) {
        var found = new ArrayList<byte[]>();
        var start = afterStartCode(bytes, 0);
        while (start >= 0 && found.size() < MOST) {
            var next = afterStartCode(bytes, start);
            var end = next < 0 ? bytes.length : next - 3;
            // Zeros before a start code are filling.
            while (end > start && bytes[end - 1] == 0) {
                end--;
            }
            if (end > start) {
                found.add(Arrays.copyOfRange(bytes, start, end));
            }
            start = next;
        }
        return found;
    }

    /// Where a part begins, or -1.
    private static int afterStartCode(byte[] bytes, int from) {
        for (var i = from; i + 2 < bytes.length; ) {
            if (bytes[i + 2] > 1 || bytes[i + 2] < 0) {
                i += 3;
            } else if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
                return i + 3;
            } else {
                i++;
            }
        }
        return -1;
    }

    /// Empty when the lengths do not fit.
    ///
    /// @param lengthBytes how many bytes a length takes, 1 to 4
    public static Optional<List<byte[]>> ofLengths(byte[] bytes, int lengthBytes) {
        var in = ByteBuffer.wrap(bytes);
        var found = new ArrayList<byte[]>();
        while (in.hasRemaining()) {
            if (in.remaining() < lengthBytes || found.size() >= MOST) {
                return Optional.empty();
            }
            var length = 0L;
            for (var i = 0; i < lengthBytes; i++) {
                length = length << 8 | (in.get() & 0xFF);
            }
            if (length > in.remaining()) {
                return Optional.empty();
            }
            var nal = new byte[(int) length];
            in.get(nal);
            if (nal.length > 0) {
                found.add(nal);
            }
        }
        return Optional.of(found);
    }

    public static byte[] withStartCodes(List<byte[]> nals) {
        var out = new ByteArrayOutputStream(size(nals));
        for (var nal : nals) {
            out.writeBytes(START_CODE);
            out.writeBytes(nal);
        }
        return out.toByteArray();
    }

    public static byte[] withLengths(List<byte[]> nals) {
        var out = ByteBuffer.allocate(size(nals));
        nals.forEach(nal -> out.putInt(nal.length).put(nal));
        return out.array();
    }

    private static int size(List<byte[]> nals) {
        return nals.stream().mapToInt(nal -> 4 + nal.length).sum();
    }
}
