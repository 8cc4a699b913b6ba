package net.ratonet.relay.session;

import static net.ratonet.relay.session.FeedWorld.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveFeedsTest {

    private static final long PLENTY = 64L << 20;
    private static final Duration SILENCE = FeedsConfig.DEFAULT.silentAfter();

    private final FeedWorld world = new FeedWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void beginsWhenAStreamCanBeRead() {
        var intake = world.admitted(0);
        assertThat(world.feed().isReceiving(world.ticker.nowNanos())).isFalse();

        world.send(intake, SampleStream.h264());

        world.awaitEvent(FeedEvent.Began.class);
        assertThat(world.feed().isReceiving(world.ticker.nowNanos())).isTrue();
        assertThat(world.feeds.all()).containsExactly(world.feed());
    }

    @Test
    void refusesASecondPublisherWhileTheFirstSends() {
        world.send(world.admitted(0), SampleStream.h264());
        world.ticker.advance(SILENCE.minusMillis(1));

        var second = world.ask(FeedWorld.RATO, 0);

        assertThat(second).isEqualTo(new Admission.Busy(FeedWorld.origin(0)));
    }

    @Test
    void letsASecondPublisherTakeTheSilentOnesPlace() throws Exception {
        var first = world.admitted(0);
        var told = new CountDownLatch(1);
        first.onTakenAway(told::countDown);
        world.send(first, SampleStream.h264());
        var reader = world.feed().open("reader", PLENTY);
        world.ticker.advance(SILENCE);

        var second = world.admitted(0);
        world.send(second, SampleStream.h264());

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(waiting(reader).stream().map(TsChunk::origin).distinct()).hasSize(2);
        world.awaitEvent(FeedEvent.SourceChanged.class);
    }

    @Test
    void takesNothingMoreFromAPublisherThatWasReplaced() {
        var first = world.admitted(0);
        world.send(first, SampleStream.h264());
        world.ticker.advance(SILENCE);
        world.admitted(0);
        var before = world.snapshot().flow().bytes();

        world.send(first, SampleStream.h264());

        assertThat(world.snapshot().flow().bytes()).isEqualTo(before);
    }

    @Test
    void keepsOtherSlotsOnStandBy() throws Exception {
        var main = world.admitted(0);
        var spare = world.admitted(1);
        world.send(main, SampleStream.h264());
        var reader = world.feed().open("reader", PLENTY);
        waiting(reader);

        world.send(spare, SampleStream.h264());

        assertThat(waiting(reader)).isEmpty();
        assertThat(world.snapshot().standBys()).isEqualTo(1);
        assertThat(world.snapshot().origin()).contains(FeedWorld.origin(0));
    }

    @Test
    void letsAStandByTakeOverWhenTheOneOnAirFallsSilent() {
        var main = world.admitted(0);
        var spare = world.admitted(1);
        world.send(main, SampleStream.h264());
        world.send(spare, SampleStream.h264());
        world.ticker.advance(SILENCE);

        world.send(spare, SampleStream.h264());
        world.send(main, SampleStream.h264());

        assertThat(world.snapshot().origin()).contains(FeedWorld.origin(1));
        assertThat(main.isOpen()).isTrue();
        world.awaitEvent(FeedEvent.SourceChanged.class);
    }

    @Test
    void letsAStandByTakeOverAtOnceWhenTheOneOnAirLeaves() {
        var main = world.admitted(0);
        var spare = world.admitted(1);
        world.send(main, SampleStream.h264());
        world.send(spare, SampleStream.h264());

        main.close();
        world.send(spare, SampleStream.h264());

        assertThat(world.snapshot().origin()).contains(FeedWorld.origin(1));
    }

    @Test
    void tellsOfSilenceAndOfReturn() {
        var intake = world.admitted(0);
        world.send(intake, SampleStream.h264());
        world.ticker.advance(SILENCE);
        world.awaitEvent(FeedEvent.WentSilent.class);

        world.send(intake, SampleStream.h264());

        world.awaitEvent(FeedEvent.Resumed.class);
        assertThat(world.eventNames()).containsExactly("Began", "WentSilent", "Resumed");
    }

    @Test
    void waitsForAPublisherThatMayComeBack() {
        world.send(world.admitted(0), SampleStream.h264());
        var feed = world.feed();
        world.ticker.advance(SILENCE);
        world.awaitEvent(FeedEvent.WentSilent.class);

        world.send(world.admitted(0), SampleStream.h264());

        world.awaitEvent(FeedEvent.Resumed.class);
        assertThat(world.feed()).isSameAs(feed);
        assertThat(world.eventNames())
                .containsExactly("Began", "WentSilent", "SourceChanged", "Resumed");
    }

    @Test
    void endsAFeedThatNobodyComesBackTo() {
        var intake = world.admitted(0);
        world.send(intake, SampleStream.h264());
        var reader = world.feed().open("reader", 0);
        intake.close();

        world.ticker.advance(FeedsConfig.DEFAULT.keptAfterLast());

        world.awaitEvent(FeedEvent.Ended.class);
        Await.until("the feed is gone", () -> world.feeds.find(FeedWorld.RATO).isEmpty());
        assertThat(reader.isEnded()).isTrue();
    }

    @Test
    void turnsAwayWhoSendsGarbage() throws Exception {
        var told = new CountDownLatch(1);
        var intake = world.admitted(0);
        intake.onTakenAway(told::countDown);
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);

        for (var i = 0; i < 50; i++) {
            world.send(intake, noise);
            world.ticker.advance(Duration.ofMillis(100));
        }

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(intake.isOpen()).isFalse();
        assertThat(world.events).isEmpty();
    }

    @Test
    void turnsAwayWhoSendsNothing() {
        var spare = world.admitted(1);

        world.ticker.advance(FeedsConfig.DEFAULT.firstBytes());

        Await.until("it is turned away", () -> !spare.isOpen());
    }

    @Test
    void waitsLongerThanAnySrtSessionHoldsItsFirstPacketsBack() {
        var longestLatency = Duration.ofSeconds(8);

        assertThat(FeedsConfig.DEFAULT.firstBytes()).isGreaterThan(longestLatency.plusSeconds(10));
    }

    @Test
    void keepsAPublisherThatStallsLater() {
        var intake = world.admitted(0);
        world.send(intake, SampleStream.h264());

        world.ticker.advance(Duration.ofMinutes(2));

        world.awaitEvent(FeedEvent.WentSilent.class);
        assertThat(intake.isOpen()).isTrue();
    }

    @Test
    void carriesNoMoreStreamsThanItMay() {
        var one =
                new FeedsConfig(
                        1,
                        SILENCE,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        1 << 20);
        try (var small = new FeedWorld(one)) {
            var intake = small.admitted(0);

            assertThat(small.ask(FeedWorld.OTHER, 0)).isEqualTo(new Admission.Full());

            intake.close();
            assertThat(small.ask(FeedWorld.OTHER, 0)).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    void takesAStreamAway() {
        var intake = world.admitted(0);
        var told = new AtomicBoolean();
        intake.onTakenAway(() -> told.set(true));
        world.send(intake, SampleStream.h264());

        assertThat(world.feeds.evict(FeedWorld.RATO, "the account is gone")).isTrue();

        assertThat(intake.isOpen()).isFalse();
        assertThat(world.feeds.evict(FeedWorld.RATO, "again")).isFalse();
        world.awaitEvent(FeedEvent.Ended.class);
        Await.until("the publisher is told", told::get);
    }

    @Test
    void endsAllWhenItCloses() {
        world.send(world.admitted(0), SampleStream.h264());
        var reader = world.feed().open("reader", 0);

        world.feeds.close();

        assertThat(reader.isEnded()).isTrue();
        assertThat(world.eventNames()).containsExactly("Began", "Ended");
        assertThat(world.ask(FeedWorld.RATO, 0)).isEqualTo(new Admission.Full());
    }

    @Test
    void showsHowTheNetworkOfTheOneOnAirDoes() {
        var intake = world.admitted(0);
        world.send(intake, SampleStream.h264());
        var statistics =
                new NetworkStatistics(
                        40, 900, 9, 9, 1, Duration.ofMillis(500), java.util.List.of());

        intake.network(statistics);

        assertThat(world.snapshot().network()).isEqualTo(statistics);
        intake.close();
        assertThat(world.snapshot().network()).isEqualTo(NetworkStatistics.NONE);
        assertThat(world.snapshot().origin()).isEmpty();
    }
}
