package net.ratonet.relay.session.ts;

import java.util.ArrayList;
import java.util.List;

/// Finds the NAL units between the start codes of H.264 and HEVC.
public final class AnnexB {

    private AnnexB() {}

    /// Where one NAL unit lies, without its start code and the zeros behind it.
    public record Nal(int offset, int length) {}

    /// Every unit that is not empty, in order.
    public static List<Nal> units(byte[] bytes, int from, int to) {
        var found = new ArrayList<Nal>();
        var begin = next(bytes, from, to);
        while (begin < to) {
            var next = next(bytes, begin, to);
            var end = next < to ? next - 3 : endOfLast(bytes, begin, to);
            while (end > begin && bytes[end - 1] == 0) {
                end--;
            }
            if (end > begin) {
                found.add(new Nal(begin, end - begin));
            }
            begin = next;
        }
        return found;
    }

    /// The byte behind the next start code, or `to` when none is left.
    public static int next(byte[] bytes, int from, int to) {
        var at = from + 2;
        while (at < to) {
            if (bytes[at] > 1 || bytes[at] < 0) {
                at += 3;
            } else if (bytes[at] == 1 && bytes[at - 1] == 0 && bytes[at - 2] == 0) {
                return at + 1;
            } else {
                at++;
            }
        }
        return to;
    }

    private static int endOfLast(byte[] bytes, int begin, int to) {
        var open =
                to - begin >= 3 && bytes[to - 1] == 1 && bytes[to - 2] == 0 && bytes[to - 3] == 0;
        return open ? to - 3 : to;
    }
}
