package net.ratonet.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FramesTest {

    private final Frames frames = new Frames();

    @Test
    void cutsFramesOfEveryLengthForm() {
        var texts = List.of("short", "m".repeat(300), "l".repeat(70_000));

        assertThat(texts.stream().flatMap(text -> read(frame(text), 1_000_000).stream()))
                .isEqualTo(texts);
    }

    @Test
    void waitsForTheRestOfAFrameHoweverSmallThePieces() {
        var two = ByteBuffer.allocate(1_000).put(frame("one".repeat(50))).put(frame("two")).flip();

        assertThat(read(two, 1)).containsExactly("one".repeat(50), "two");
    }

    @Test
    void growsForAFrameThatDoesNotFit() {
        assertThat(read(frame("x".repeat(500_000)), 4_096)).hasSize(1);
    }

    @Test
    void refusesAFrameThatNobodyCouldMean() {
        var monster =
                ByteBuffer.allocate(14)
                        .put((byte) 0x81)
                        .put((byte) 127)
                        .putLong(1L << 40)
                        .flip()
                        .limit(14);

        assertThatThrownBy(() -> read(monster, 14)).isInstanceOf(IllegalStateException.class);
    }

    private List<String> read(ByteBuffer octets, int piece) {
        var texts = new ArrayList<String>();
        while (octets.hasRemaining()) {
            var room = frames.room();
            var count = Math.min(Math.min(piece, room.remaining()), octets.remaining());
            room.put(octets.slice(octets.position(), count));
            octets.position(octets.position() + count);
            frames.filled();
            for (var frame = frames.next(); frame != null; frame = frames.next()) {
                assertThat(frame.isText()).isTrue();
                texts.add(StandardCharsets.UTF_8.decode(frame.payload()).toString());
            }
            frames.taken();
        }
        return texts;
    }

    private static ByteBuffer frame(String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(payload.length + 10).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        return frame.put(payload).flip();
    }
}
