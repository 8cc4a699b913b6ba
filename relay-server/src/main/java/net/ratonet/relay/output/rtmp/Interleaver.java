package net.ratonet.relay.output.rtmp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.ratonet.relay.session.ts.Codec;

/// Brings sound and pictures into the order of their times, as platforms expect them. It waits for
/// the slower of both, but not for long. For one thread.
final class Interleaver {

    private static final long PATIENCE = 90 * 700;

    /// For streams whose clock stands still; others never have so many.
    private static final int MOST_WAITING = 512;

    private static final Comparator<Piece> ORDER =
            Comparator.comparingLong(Piece::at).thenComparingLong(Piece::number);

    private final PriorityQueue<Piece> waiting = new PriorityQueue<>(ORDER);
    private long number;
    private long newestPicture = Long.MIN_VALUE;
    private long newestSound = Long.MIN_VALUE;

    /// @param at when to decode it, in 1/90,000 s
    /// @param number in the order of coming
    record Piece(long at, long number, Content content) {}

    sealed interface Content {

        /// How what follows is to be decoded.
        @SuppressWarnings("ArrayRecordComponent")
        record Config(boolean video, byte[] payload) implements Content {}

        /// One picture.
        ///
        /// @param delay from decoding to showing it, in 1/90,000 s
        @SuppressWarnings("ArrayRecordComponent")
        record Picture(Codec codec, boolean keyFrame, long delay, byte[] nals) implements Content {}

        @SuppressWarnings("ArrayRecordComponent")
        record Sound(byte[] raw) implements Content {}
    }

    void add(long at, boolean video, Content content) {
        waiting.add(new Piece(at, number++, content));
        if (video) {
            newestPicture = Math.max(newestPicture, at);
        } else {
            newestSound = Math.max(newestSound, at);
        }
    }

    /// Those whose turn it is.
    ///
    /// @param both whether pictures as well as sound are to come
    List<Piece> ready(boolean both) {
        var found = new ArrayList<Piece>();
        var sure = both ? Math.min(newestPicture, newestSound) : Long.MAX_VALUE;
        var late = Math.max(newestPicture, newestSound) - PATIENCE;
        while (!waiting.isEmpty() && isDue(waiting.element(), sure, late)) {
            found.add(waiting.remove());
        }
        return found;
    }

    private boolean isDue(Piece piece, long sure, long late) {
        return piece.at <= sure || piece.at < late || waiting.size() > MOST_WAITING;
    }
}
