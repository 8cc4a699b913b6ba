package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChunkReaderTest {

    private static final int PLENTY = 1 << 22;

    private final ChunkReader reader = new ChunkReader(PLENTY);

    @Test
    void readsWhatTheWriterWroteHoweverItIsCut() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var messages = randomMessages(random);
            var bytes = written(random, messages);

            var found = readInPieces(new ChunkReader(PLENTY), bytes, random);

            assertThat(found).as("seed %d", seed).hasSameSizeAs(messages);
            for (var i = 0; i < found.size(); i++) {
                assertSame(found.get(i), messages.get(i));
            }
        }
    }

    @Test
    void readsEveryFormOfHeader() {
        feed("03 00000a 000002 08 01000000 aabb");
        feed("43 000005 000001 09 cc");
        feed("83 000007 dd");
        feed("c3 ee");

        var found = whole();

        assertThat(found).extracting(RtmpMessage::timestamp).containsExactly(10L, 15L, 22L, 29L);
        assertThat(found).extracting(RtmpMessage::type).containsExactly(8, 9, 9, 9);
        assertThat(found).extracting(RtmpMessage::stream).containsOnly(1);
    }

    @Test
    void readsLongChunkStreamNumbers() {
        feed("00 05 000000 000001 08 01000000 aa");
        feed("01 0501 000000 000001 09 01000000 bb");

        var found = whole();

        assertThat(found).extracting(RtmpMessage::type).containsExactly(8, 9);
    }

    @Test
    void readsAnExtendedTimestampThatIsRepeatedInEachChunk() {
        feed("02 000000 000004 01 00000000 00000002");
        feed("03 ffffff 000004 08 01000000 01000000 aabb");
        feed("c3 01000000 ccdd");

        var found = whole();

        assertThat(found)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.timestamp()).isEqualTo(0x0100_0000);
                    assertThat(message.payload()).asHexString().isEqualTo("AABBCCDD");
                });
    }

    @Test
    void readsAnExtendedTimestampThatIsNotRepeated() {
        feed("02 000000 000004 01 00000000 00000002");
        feed("03 ffffff 000004 08 01000000 01000000 aabb");
        feed("c3 ccdd");
        feed("03 000000 000004 08 01000000 1122");
        feed("c3 3344");

        var found = whole();

        assertThat(found.getFirst().payload()).asHexString().isEqualTo("AABBCCDD");
        assertThat(found.getLast().payload()).asHexString().isEqualTo("11223344");
    }

    @Test
    void letsAMessageGo() {
        feed("02 000000 000004 01 00000000 00000002");
        feed("03 000000 000004 08 01000000 aabb");
        feed("02 000000 000004 02 00000000 0000", "c2 0003");
        feed("03 000000 000002 08 01000000 ccdd");

        var found = whole();

        assertThat(found)
                .singleElement()
                .satisfies(
                        message -> assertThat(message.payload()).asHexString().isEqualTo("CCDD"));
    }

    @Test
    void readsAMessageOfNothing() {
        feed("03 000000 000000 08 01000000");

        assertThat(whole())
                .singleElement()
                .satisfies(message -> assertThat(message.payload()).isEmpty());
    }

    @Test
    void refusesMoreThanItMayHold() {
        var small = new ChunkReader(1_000);
        var bytes = new ChunkWriter().write(new RtmpMessage(9, 1, 0, new byte[1_001]));

        small.feed(bytes, 0, bytes.length);

        assertThat(small.next())
                .isEqualTo(new ChunkReading.Malformed("messages of more than 1000 bytes"));
    }

    @Test
    void refusesManyUnfinishedMessages() {
        var small = new ChunkReader(1_000);
        for (var stream = 3; stream < 20; stream++) {
            var header = "%02x 000000 ffffff 09 01000000".formatted(stream);
            feed(small, header + "00".repeat(128));
        }

        assertThat(small.next()).isInstanceOf(ChunkReading.Malformed.class);
    }

    @Test
    void refusesAChunkSizeOfNothing() {
        feed("02 000000 000004 01 00000000 00000000");

        assertThat(reader.next()).isInstanceOf(ChunkReading.Malformed.class);
    }

    @Test
    void refusesToGoOnWithWhatNeverBegan() {
        feed("c3 aabbcc");

        assertThat(reader.next()).isInstanceOf(ChunkReading.Malformed.class);
    }

    @Test
    void refusesTooManyChunkStreams() {
        for (var stream = 0; stream < 65; stream++) {
            feed("00 %02x 000000 000001 08 01000000 aa".formatted(stream));
        }

        var last = reader.next();
        while (last instanceof ChunkReading.Whole) {
            last = reader.next();
        }

        assertThat(last).isEqualTo(new ChunkReading.Malformed("more than 64 chunk streams"));
    }

    @Test
    void bearsGarbage() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var garbage = new byte[random.nextInt(4_096)];
            random.nextBytes(garbage);

            var found = readInPieces(new ChunkReader(10_000), garbage, random);

            assertThat(found).allMatch(message -> message.payload().length <= 10_000);
        }
    }

    private void feed(String... hex) {
        feed(reader, String.join("", hex));
    }

    private static void feed(ChunkReader reader, String hex) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        reader.feed(bytes, 0, bytes.length);
    }

    private List<RtmpMessage> whole() {
        var found = new ArrayList<RtmpMessage>();
        while (reader.next() instanceof ChunkReading.Whole(var message)) {
            found.add(message);
        }
        assertThat(reader.next()).isInstanceOf(ChunkReading.NeedsMore.class);
        return found;
    }

    private static List<RtmpMessage> readInPieces(ChunkReader reader, byte[] bytes, Random random) {
        var found = new ArrayList<RtmpMessage>();
        var in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            var piece = Math.min(in.remaining(), 1 + random.nextInt(700));
            reader.feed(bytes, in.position(), piece);
            in.position(in.position() + piece);
            while (reader.next() instanceof ChunkReading.Whole(var message)) {
                found.add(message);
            }
        }
        return found;
    }

    private static List<RtmpMessage> randomMessages(Random random) {
        var messages = new ArrayList<RtmpMessage>();
        var time = random.nextBoolean() ? 0xFF_FF00L : random.nextInt(1_000);
        var sizes = new int[] {0, 1, 127, 128, 129, 500, 5_000};
        for (var i = 0; i < 40; i++) {
            time += random.nextInt(20) == 0 ? 0x0200_0000 : random.nextInt(50);
            var payload = new byte[sizes[random.nextInt(sizes.length)]];
            random.nextBytes(payload);
            var type = new int[] {8, 9, 18, 20}[random.nextInt(4)];
            messages.add(new RtmpMessage(type, 1, time, payload));
        }
        return messages;
    }

    private static byte[] written(Random random, List<RtmpMessage> messages) {
        var writer = new ChunkWriter();
        var out = new ByteArrayOutputStream();
        for (var message : messages) {
            if (random.nextInt(5) == 0) {
                out.writeBytes(writer.resize(1 + random.nextInt(6_000)));
            }
            out.writeBytes(writer.write(message));
        }
        return out.toByteArray();
    }

    private static void assertSame(RtmpMessage found, RtmpMessage sent) {
        assertThat(found.type()).isEqualTo(sent.type());
        assertThat(found.stream()).isEqualTo(sent.stream());
        assertThat(found.timestamp()).isEqualTo(sent.timestamp() & 0xFFFF_FFFFL);
        assertThat(found.payload()).isEqualTo(sent.payload());
    }
}
