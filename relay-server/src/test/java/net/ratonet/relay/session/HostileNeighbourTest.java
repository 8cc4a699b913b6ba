package net.ratonet.relay.session;

import static net.ratonet.relay.session.FeedWorld.bytesOf;
import static net.ratonet.relay.session.FeedWorld.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// One publisher does what it should not; the stream of another comes out as it went in, and the
/// log is not filled.
final class HostileNeighbourTest {

    private static final long PLENTY = 64L << 20;
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    private final FeedWorld world = new FeedWorld();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Intake good;
    private ChunkQueue goodReader;

    @BeforeEach
    void begins() {
        log.start();
        diary().setLevel(Level.INFO);
        diary().addAppender(log);
        good = ((Admission.Admitted) world.ask(FeedWorld.OTHER, 0)).intake();
        goodReader = world.feeds.find(FeedWorld.OTHER).orElseThrow().open("reader", PLENTY);
    }

    @AfterEach
    void ends() {
        diary().detachAppender(log);
        diary().setLevel(null);
        world.close();
    }

    @Test
    void sendsGarbageInsteadOfMpegTs() throws Exception {
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);

        for (var call = 0; call < 3; call++) {
            sendGarbageUntilTurnedAway(noise);
        }
        world.send(good, SampleStream.h264());

        assertThat(bytesOf(waiting(goodReader))).isEqualTo(SampleStream.h264());
        assertThat(linesWith("turned SRT away")).hasSize(1);
    }

    @Test
    void stalls() throws Exception {
        world.send(world.admitted(0), SampleStream.h264());
        world.play(good, SampleStream.h264(), FOUR_SECONDS);
        world.awaitEvent(FeedEvent.WentSilent.class);

        assertThat(bytesOf(waiting(goodReader))).isEqualTo(SampleStream.h264());
        assertThat(linesWith("rato: the field is silent")).hasSize(1);
        assertThat(linesWith("other: the field is silent")).isEmpty();
    }

    @Test
    void changesItsCodecMidStream() throws Exception {
        var codecs = new ArrayList<Codec>();
        var bad = world.admitted(0);
        world.feed()
                .facts()
                .subscribe(facts -> facts.video().ifPresent(video -> codecs.add(video.codec())));

        world.play(bad, SampleStream.h264(), FOUR_SECONDS);
        world.play(bad, SampleStream.hevc(), FOUR_SECONDS);
        world.play(bad, SampleStream.otherSize(), FOUR_SECONDS);
        world.send(good, SampleStream.h264());

        assertThat(codecs.stream().distinct()).hasSize(2);
        assertThat(codecs.getFirst()).isEqualTo(codecs.getLast());
        assertThat(world.feed().facts().get().video().orElseThrow().width()).isEqualTo(480);
        assertThat(bytesOf(waiting(goodReader))).isEqualTo(SampleStream.h264());
        assertThat(linesWith("rato: live with")).hasSize(1);
    }

    @Test
    void fillsNoMemoryWithAStreamThatNeverHasAKeyFrame() {
        var bad = world.admitted(0);
        var reader = world.feed().open("reader", PLENTY);
        var packets = new byte[188 * 1_000];
        for (var at = 0; at < packets.length; at += 188) {
            packets[at] = 0x47;
            packets[at + 1] = 1;
            packets[at + 3] = (byte) (0x10 | (at / 188 & 0xF));
        }

        for (var round = 0; round < 300; round++) {
            world.send(bad, packets);
        }

        assertThat(reader.waitingBytes()).isLessThanOrEqualTo(PLENTY);
        assertThat(world.feed().open("late", Long.MAX_VALUE).waitingBytes())
                .isLessThanOrEqualTo(FeedsConfig.DEFAULT.groupBytes());
    }

    private void sendGarbageUntilTurnedAway(byte[] noise) {
        var bad = world.admitted(0);
        for (var i = 0; i < 50; i++) {
            world.send(bad, noise);
            world.ticker.advance(Duration.ofMillis(100));
        }
        Await.until("it is turned away", () -> !bad.isOpen());
    }

    private List<String> linesWith(String words) {
        synchronized (log) {
            return log.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(line -> line.contains(words))
                    .toList();
        }
    }

    private static Logger diary() {
        return (Logger) LoggerFactory.getLogger(LiveFeeds.class);
    }
}
