package net.ratonet.relay.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class ChunkFanTest {

    private static final long PLENTY = 1 << 20;

    private final FakeTicker ticker = new FakeTicker();
    private final ChunkFan fan = new ChunkFan(10 * TsChunk.PACKET);

    @Test
    void startsAReaderAtTheNewestKeyFrame() throws InterruptedException {
        var first = write(true);
        write(false);
        var newest = write(true);
        var last = write(false);

        var reader = fan.open("reader", PLENTY);

        assertThat(waiting(reader)).containsExactly(newest, last).doesNotContain(first);
    }

    @Test
    void letsAReaderWaitForItsFirstKeyFrame() throws InterruptedException {
        var reader = fan.open("reader", PLENTY);

        write(false);
        var key = write(true);

        assertThat(waiting(reader)).containsExactly(key);
        assertThat(reader.lostBytes()).isZero();
    }

    @Test
    void losesForASlowReaderUntilTheNextKeyFrame() throws InterruptedException {
        var reader = fan.open("slow", 2 * TsChunk.PACKET);
        write(true);
        write(false);
        write(false);
        write(false);
        var key = write(true);

        assertThat(waiting(reader)).containsExactly(key);
        assertThat(reader.lostBytes()).isEqualTo(4 * TsChunk.PACKET);
    }

    @Test
    void keepsOnlyTheNewestGroup() {
        for (var i = 0; i < 40; i++) {
            write(i % 4 == 0);
            assertThat(fan.keptBytes()).isEqualTo((i % 4 + 1L) * TsChunk.PACKET);
        }
    }

    @Test
    void keepsTheNewestGroupHoweverOldItGrows() throws InterruptedException {
        var key = write(true);
        ticker.advance(Duration.ofMinutes(1));
        var late = write(false);

        assertThat(waiting(fan.open("reader", PLENTY))).containsExactly(key, late);
    }

    @Test
    void keepsNothingOfAGroupThatIsTooLong() throws InterruptedException {
        write(true);
        for (var i = 0; i < 10; i++) {
            write(false);
        }
        var reader = fan.open("reader", PLENTY);

        assertThat(fan.keptBytes()).isZero();
        var key = write(true);
        assertThat(waiting(reader)).containsExactly(key);
    }

    @Test
    void wakesAReaderThatWaits() throws Exception {
        var taken = new ArrayBlockingQueue<TsChunk>(1);
        var reader = fan.open("reader", PLENTY);
        var thread = Thread.ofVirtual().name("reader").start(() -> takeInto(reader, taken));

        var key = write(true);

        assertThat(taken.poll(10, TimeUnit.SECONDS)).isSameAs(key);
        thread.join();
    }

    @Test
    void endsItsReaders() throws InterruptedException {
        var early = fan.open("early", PLENTY);
        write(true);

        fan.end();
        var late = fan.open("late", PLENTY);

        assertThat(early.isEnded()).isFalse();
        assertThat(waiting(early)).hasSize(1);
        assertThat(early.isEnded()).isTrue();
        assertThat(late.isEnded()).isTrue();
    }

    @Test
    void forgetsAReaderThatHasClosed() {
        var reader = fan.open("reader", PLENTY);

        reader.close();
        write(true);

        assertThat(fan.readers()).isEmpty();
        assertThat(reader.waitingBytes()).isZero();
    }

    private TsChunk write(boolean keyFrame) {
        var chunk = new TsChunk(new byte[TsChunk.PACKET], ticker.nowNanos(), keyFrame, 1);
        fan.write(chunk);
        return chunk;
    }

    private static List<TsChunk> waiting(ChunkQueue queue) throws InterruptedException {
        var all = new ArrayList<TsChunk>();
        while (queue.waitingBytes() > 0) {
            queue.take(Duration.ZERO).ifPresent(all::add);
        }
        return all;
    }

    private static void takeInto(ChunkQueue reader, ArrayBlockingQueue<TsChunk> taken) {
        try {
            reader.take(Duration.ofSeconds(10)).ifPresent(taken::add);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
