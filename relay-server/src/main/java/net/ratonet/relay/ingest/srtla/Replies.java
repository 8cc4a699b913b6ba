package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;

/// Writes what the receiver itself says to links, all in one buffer. Owned by the loop's thread.
final class Replies {

    private static final int LONGEST = 1_500;

    /// A keepalive that is longer than any known kind is sent back in part.
    private static final int LONGEST_ECHO = 64;

    private final LinkWriter out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

    Replies(LinkWriter out) {
        this.out = out;
    }

    void forward(ByteBuffer packet, InetSocketAddress to) {
        out.send(packet, to);
    }

    void shortly(SrtlaType type, InetSocketAddress to) {
        out.send(SrtlaCodec.putShort(buffer.clear(), type).flip(), to);
    }

    void groupId(GroupId id, InetSocketAddress to) {
        out.send(SrtlaCodec.putReg2(buffer.clear(), id).flip(), to);
    }

    void acknowledge(int[] sequences, int count, InetSocketAddress to) {
        out.send(SrtlaCodec.putAck(buffer.clear(), sequences, count).flip(), to);
    }

    void echo(ByteBuffer keepalive, InetSocketAddress to) {
        var length = Math.min(keepalive.remaining(), LONGEST_ECHO);
        buffer.clear();
        for (var i = 0; i < Math.max(length, SrtlaCodec.PADDED_LENGTH); i++) {
            buffer.put(i < length ? keepalive.get(keepalive.position() + i) : 0);
        }
        out.send(buffer.flip(), to);
    }

    /// An empty buffer for one packet; whatever stood in it is gone.
    ByteBuffer blank() {
        return buffer.clear();
    }
}
