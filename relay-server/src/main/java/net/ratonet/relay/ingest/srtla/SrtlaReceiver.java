package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.shared.srtla.Keepalive;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;

/// The receiving end of SRTLA, without socket or clock: packets and time come in as arguments.
/// Owned by the loop's thread.
final class SrtlaReceiver {

    private static final long CLEANUP_NANOS = 3_000_000_000L;

    private final SrtlaCounters counters = new SrtlaCounters();
    private final Replies replies;
    private final GroupBook book;
    private final Registrar registrar;
    private final StrangerAnswers strangers;
    private long cleanedAt;

    /// @param random a secure one
    /// @param door opens an SRT session for a group
    SrtlaReceiver(
            SrtlaLimits limits,
            RandomGenerator random,
            Function<SrtPeer, SrtSession> door,
            LinkWriter out) {
        replies = new Replies(out);
        book = new GroupBook(limits, door, replies, counters);
        registrar = new Registrar(new GroupIdMint(random), book, replies, counters);
        strangers = new StrangerAnswers(replies);
    }

    /// A datagram of anybody, from the buffer's position on.
    void packet(ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        var type = SrtlaType.of(packet);
        switch (type) {
            case NOT_SRTLA -> {
                var link = known(from, nowNanos);
                if (link.isPresent()) {
                    link.get().group().packet(link.get(), packet, nowNanos);
                }
            }
            case KEEPALIVE -> {
                var link = known(from, nowNanos);
                if (link.isPresent()) {
                    keepalive(link.get(), packet, nowNanos);
                }
            }
            case REG1, REG2 -> registrar.register(type, packet, from, nowNanos);
            case ACK, REG3, REG_ERR, REG_NGP, REG_NAK, UNKNOWN -> counters.senseless++;
        }
    }

    /// To be called about every 10 ms.
    void tick(long nowNanos) {
        for (var group : book.groups()) {
            group.tick(nowNanos);
        }
        if (nowNanos - cleanedAt >= CLEANUP_NANOS) {
            cleanedAt = nowNanos;
            book.cleanUp(nowNanos);
        }
    }

    /// Nobody is registered.
    boolean isIdle() {
        return book.groups().isEmpty();
    }

    /// Ends all sessions.
    void close() {
        book.closeAll();
    }

    SrtlaTally tally() {
        return counters.tally(book.groups().size(), book.linkCount());
    }

    private Optional<SrtlaLink> known(InetSocketAddress from, long nowNanos) {
        var link = book.link(from);
        if (link.isEmpty()) {
            counters.strangers++;
            strangers.answer(from, nowNanos);
        }
        return link;
    }

    private void keepalive(SrtlaLink link, ByteBuffer packet, long nowNanos) {
        link.heard(nowNanos);
        if (SrtlaCodec.keepalive(packet) instanceof Keepalive.Reporting(_, var report)) {
            link.reported(report);
        }
        replies.echo(packet, link.address());
    }
}
