package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;

/// Answers those who want a group or want to add a link to one. Asking costs the relay no memory: a
/// group begins with its first link. Whoever asks again gets the same answer. Owned by the loop's
/// thread.
final class Registrar {

    /// Each takes a few microseconds for the seal.
    private static final int MOST_PER_SECOND = 10_000;

    private final GroupIdMint mint;
    private final GroupBook book;
    private final Replies replies;
    private final SrtlaCounters counters;
    private final Pace pace = new Pace(MOST_PER_SECOND);

    Registrar(GroupIdMint mint, GroupBook book, Replies replies, SrtlaCounters counters) {
        this.mint = mint;
        this.book = book;
        this.replies = replies;
        this.counters = counters;
    }

    void register(SrtlaType type, ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        if (packet.remaining() != SrtlaCodec.REGISTRATION_LENGTH) {
            counters.senseless++;
        } else if (!pace.allows(nowNanos)) {
            counters.flooded++;
        } else {
            var id = SrtlaCodec.groupId(packet).orElseThrow();
            if (type == SrtlaType.REG1) {
                ask(id, from, nowNanos);
            } else {
                join(id, from, nowNanos);
            }
        }
    }

    private void ask(GroupId asked, InetSocketAddress from, long nowNanos) {
        if (book.isTaken(from, nowNanos) || !book.hasRoom(from.getAddress())) {
            refuse(SrtlaType.REG_ERR, from);
        } else {
            replies.groupId(mint.mint(asked, from), from);
        }
    }

    private void join(GroupId id, InetSocketAddress from, long nowNanos) {
        var group = book.group(id);
        var already = book.link(from);
        if (group.isPresent() && already.filter(link -> link.group() == group.get()).isPresent()) {
            already.get().heard(nowNanos);
            replies.shortly(SrtlaType.REG3, from);
        } else if (group.isEmpty() && !mint.isOurs(id)) {
            refuse(SrtlaType.REG_NGP, from);
        } else if (book.isTaken(from, nowNanos)
                || (group.isEmpty() && !book.hasRoom(from.getAddress()))) {
            refuse(SrtlaType.REG_ERR, from);
        } else {
            var joined = group.orElseGet(() -> book.create(id, from, nowNanos));
            var answer = book.join(joined, from, nowNanos) ? SrtlaType.REG3 : SrtlaType.REG_ERR;
            replies.shortly(answer, from);
        }
    }

    private void refuse(SrtlaType reason, InetSocketAddress from) {
        counters.refused++;
        replies.shortly(reason, from);
    }
}
