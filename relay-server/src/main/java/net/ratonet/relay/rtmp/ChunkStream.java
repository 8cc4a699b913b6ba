package net.ratonet.relay.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What one chunk stream remembers from chunk to chunk. Owned by its [ChunkReader].
final class ChunkStream {

    private ChunkFacts facts = ChunkFacts.NONE;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean inMessage;

    /// What holds from this header on; empty when bytes are missing. Nothing is remembered yet.
    Optional<ChunkFacts> after(ChunkHeader header, ByteBuffer in) {
        if (header.format() == 3) {
            return afterNothing(in);
        }
        var extended = header.timeField() == ChunkHeader.EXTENDED;
        if (extended && in.remaining() < 4) {
            return Optional.empty();
        }
        return Optional.of(facts.with(header, extended ? in.getInt() : header.timeField()));
    }

    /// A chunk without a header begins a message like the last one, or goes on with it. The
    /// specification repeats an extended timestamp there, but some senders leave it out.
    private Optional<ChunkFacts> afterNothing(ByteBuffer in) {
        if (facts.extended()) {
            if (in.remaining() < 4) {
                return Optional.empty();
            }
            if (in.getInt(in.position()) == (int) facts.field()) {
                in.getInt();
            }
        }
        return Optional.of(inMessage ? facts : facts.repeated());
    }

    int bytes() {
        return body.size();
    }

    void append(ChunkFacts now, ByteBuffer in, int length) {
        facts = now;
        inMessage = true;
        body.write(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
    }

    RtmpMessage finish() {
        var payload = body.toByteArray();
        abandon();
        return new RtmpMessage(facts.type(), facts.messageStream(), facts.time(), payload);
    }

    /// How many bytes are lost by it.
    int abandon() {
        var lost = body.size();
        inMessage = false;
        // A new one, because an old one keeps its memory.
        body = new ByteArrayOutputStream(0);
        return lost;
    }
}
