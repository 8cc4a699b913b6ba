package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.StationKey;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.FieldCodec;
import net.ratonet.shared.wire.FieldEnvelope;
import net.ratonet.shared.wire.FieldMessage;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import org.junit.jupiter.api.Test;

final class StationDeskTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final StreamerId BIA = new StreamerId("bia");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final StationCommand PING = new StationCommand.Ping();

    private final FakeTicker ticker = new FakeTicker();
    private final StationDesk desk = desk(Duration.ofSeconds(20));

    @Test
    void bringsTheAnswerOfTheStationBack() {
        enter(desk, peer("1", ""), order -> new OrderAnswer(order.id(), true, "here"));

        var report = desk.give(ANA, "", PING, OrderRole.OWNER);

        assertThat(report).isEqualTo(given("1", new OrderOutcome.Done("here")));
    }

    @Test
    void carriesCommandAndRole() {
        var orders = new LinkedBlockingQueue<StationOrder>();
        enter(
                desk,
                peer("1", ""),
                order -> {
                    orders.add(order);
                    return new OrderAnswer(order.id(), false, "only the streamer may do that");
                });

        var report = desk.give(ANA, "", new StationCommand.GoLive(), OrderRole.MODERATOR);

        assertThat(report)
                .isEqualTo(given("1", new OrderOutcome.Refused("only the streamer may do that")));
        assertThat(orders.poll())
                .returns(new StationCommand.GoLive(), StationOrder::command)
                .returns(OrderRole.MODERATOR, StationOrder::role);
    }

    @Test
    void asksEveryStation() {
        enter(desk, peer("1", "van"), order -> new OrderAnswer(order.id(), true, "here"));
        enter(desk, peer("2", "boat"), order -> new OrderAnswer(order.id(), false, "not live"));

        var report = desk.give(ANA, "", PING, OrderRole.OWNER);

        assertThat(report)
                .isEqualTo(
                        new OrderReport.Given(
                                List.of(
                                        at("van", new OrderOutcome.Done("here")),
                                        at("boat", new OrderOutcome.Refused("not live")))));
    }

    @Test
    void asksOnlyTheStationThatIsMeant() {
        var key = new StationKey("k1", "Van", KeyHash.of("rn_van"), NOON, Optional.empty());
        enter(desk, peer("1", "a").with(key), order -> new OrderAnswer(order.id(), true, "here"));
        enter(desk, peer("2", "boat"), order -> new OrderAnswer(order.id(), false, "not live"));

        assertThat(desk.give(ANA, "k1", PING, OrderRole.OWNER))
                .isEqualTo(given("Van", new OrderOutcome.Done("here")));
        assertThat(desk.give(ANA, "Van", PING, OrderRole.OWNER))
                .isEqualTo(given("Van", new OrderOutcome.Done("here")));
        assertThat(desk.give(ANA, "boat", PING, OrderRole.OWNER))
                .isEqualTo(given("boat", new OrderOutcome.Refused("not live")));
        assertThat(desk.give(ANA, "car", PING, OrderRole.OWNER))
                .isEqualTo(new OrderReport.NoStation(false));
    }

    @Test
    void saysWhenNobodyIsThere() {
        enter(desk, peer("1", ""), order -> new OrderAnswer(order.id(), true, "here"));

        assertThat(desk.give(BIA, "", PING, OrderRole.OWNER))
                .isEqualTo(new OrderReport.NoStation(false));
    }

    @Test
    void sendsNothingToAnAgentThatReadsNoOrders() {
        var sent = new LinkedBlockingQueue<String>();
        desk.enter(ANA, FieldPeer.of("1", "", "", ""), (text, _) -> sent.add(text));

        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(new OrderReport.NoStation(true));
        assertThat(sent).isEmpty();
    }

    @Test
    void givesUpOnAStationThatDoesNotAnswer() {
        var hasty = desk(Duration.ofMillis(20));
        var late = new LinkedBlockingQueue<String>();
        hasty.enter(ANA, peer("1", ""), (text, _) -> late.add(text));

        var report = hasty.give(ANA, "", PING, OrderRole.OWNER);
        hasty.answered(ANA, peer("1", ""), new OrderAnswer("1", true, "at last"));

        assertThat(report).isEqualTo(given("1", new OrderOutcome.Silent()));
        assertThat(late).hasSize(1);
    }

    @Test
    void tellsAtOnceWhenTheStationGoesInsteadOfAnswering() {
        desk.enter(ANA, peer("1", ""), (_, _) -> desk.leave(ANA, peer("1", "")));

        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(given("1", new OrderOutcome.Gone()));
        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(new OrderReport.NoStation(false));
    }

    @Test
    void tellsAtOnceWhenNothingCouldBeSent() {
        desk.enter(ANA, peer("1", ""), (_, failed) -> failed.run());

        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(given("1", new OrderOutcome.Gone()));
    }

    @Test
    void takesAnAnswerFromTheStationThatWasAskedOnly() {
        enter(desk, peer("2", ""), order -> new OrderAnswer(order.id(), true, "it was me"));
        desk.enter(
                ANA,
                peer("1", ""),
                (text, _) -> {
                    var order = read(text);
                    desk.answered(
                            ANA, peer("2", ""), new OrderAnswer(order.id(), true, "for the other"));
                    desk.answered(
                            BIA, peer("1", ""), new OrderAnswer(order.id(), true, "for another"));
                    desk.answered(ANA, peer("1", ""), new OrderAnswer(order.id(), true, "mine"));
                });

        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(
                        new OrderReport.Given(
                                List.of(
                                        at("2", new OrderOutcome.Done("it was me")),
                                        at("1", new OrderOutcome.Done("mine")))));
    }

    /// A modem that died leaves a connection that nobody reads for up to a minute.
    @Test
    void asksAStationThatCameBackOnItsNewConnectionAlone() {
        var dead = new LinkedBlockingQueue<String>();
        desk.enter(ANA, peer("1", "van"), (text, _) -> dead.add(text));
        enter(desk, peer("2", "van"), order -> new OrderAnswer(order.id(), true, "here"));
        desk.leave(ANA, peer("1", "van"));

        assertThat(desk.give(ANA, "", PING, OrderRole.OWNER))
                .isEqualTo(given("van", new OrderOutcome.Done("here")));
        assertThat(dead).isEmpty();
    }

    @Test
    void slowsDownWhoeverGivesTooManyOrders() {
        enter(desk, peer("1", ""), order -> new OrderAnswer(order.id(), true, "here"));
        for (var index = 0; index < 20; index++) {
            desk.give(ANA, "", PING, OrderRole.OWNER);
        }

        var refused = desk.give(ANA, "", PING, OrderRole.OWNER);
        ticker.advance(Duration.ofSeconds(1));
        var taken = desk.give(ANA, "", PING, OrderRole.OWNER);

        assertThat(refused).isEqualTo(new OrderReport.TooMany(Duration.ofMillis(500)));
        assertThat(taken).isInstanceOf(OrderReport.Given.class);
    }

    @Test
    void letsOnlySoManyOrdersWaitAtATime() {
        desk.enter(ANA, peer("1", ""), (_, _) -> {});
        var nine =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> desk.give(ANA, "", PING, OrderRole.OWNER),
                                        Thread.ofVirtual()::start))
                        .limit(9)
                        .toList();

        var first = CompletableFuture.anyOf(nine.toArray(CompletableFuture[]::new)).join();
        desk.leave(ANA, peer("1", ""));

        assertThat(first).isEqualTo(new OrderReport.TooMany(Duration.ofSeconds(20)));
        assertThat(nine.stream().map(CompletableFuture::join))
                .filteredOn(given("1", new OrderOutcome.Gone())::equals)
                .hasSize(8);
    }

    private StationDesk desk(Duration patience) {
        return new StationDesk(() -> NOON, ticker, patience);
    }

    /// An answer in the thread of the order.
    private static void enter(
            StationDesk desk, FieldPeer peer, Function<StationOrder, OrderAnswer> answer) {
        desk.enter(ANA, peer, (text, _) -> desk.answered(ANA, peer, answer.apply(read(text))));
    }

    private static StationOrder read(String text) {
        return switch (FieldCodec.decode(text, ANA, NOON)) {
            case Decoded.Accepted<FieldEnvelope>(
                            FieldEnvelope(_, var at, FieldMessage.Order(var order))) -> {
                assertThat(at).isEqualTo(NOON);
                yield order;
            }
            case Decoded<FieldEnvelope> other -> throw new AssertionError(other);
        };
    }

    private static FieldPeer peer(String number, String name) {
        return FieldPeer.of(number, "", name, "1");
    }

    private static OrderReport given(String station, OrderOutcome outcome) {
        return new OrderReport.Given(List.of(at(station, outcome)));
    }

    private static OrderReport.AtStation at(String station, OrderOutcome outcome) {
        return new OrderReport.AtStation(station, outcome);
    }
}
