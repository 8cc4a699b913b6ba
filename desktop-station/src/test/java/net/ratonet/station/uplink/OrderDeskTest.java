package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.IdleControl;
import org.junit.jupiter.api.Test;

final class OrderDeskTest {

    private final OrderDesk desk = new OrderDesk(idleDesk());

    @Test
    void answersAPing() {
        assertThat(order(new StationCommand.Ping())).isEqualTo(new OrderAnswer("7", true, "here"));
    }

    @Test
    void changesTheBitrate() {
        assertThat(order(new StationCommand.SetBitrate(Bitrate.ofKbps(2_500))))
                .isEqualTo(new OrderAnswer("7", true, "aiming at 2500 kbit/s"));
    }

    @Test
    void saysWhyAnOrderIsNotDone() {
        assertThat(order(new StationCommand.GoLive()))
                .isEqualTo(
                        new OrderAnswer(
                                "7",
                                false,
                                "No target is set. Give FIELD_LIVE_TO, or an address with: station"
                                        + " live -"));
        assertThat(order(new StationCommand.RestartEncoder()).explanation()).isEqualTo("not live");
        assertThat(order(new StationCommand.StopLive()).done()).isTrue();
    }

    @Test
    void keepsWishesForLinksUntilTheNextLive() {
        assertThat(order(new StationCommand.SwitchLink("wwan0", false)).explanation())
                .isEqualTo("wwan0 is off");
        assertThat(order(new StationCommand.PrioritiseLink("wwan0", LinkPriority.BACKUP)))
                .isEqualTo(new OrderAnswer("7", true, "wwan0: backup"));
        assertThat(order(new StationCommand.Kick()).done()).isFalse();
    }

    @Test
    void choosesWhatViewersSeeAndHear() {
        assertThat(order(new StationCommand.SelectSource("rtsp://ana:pw@cam/1")))
                .isEqualTo(new OrderAnswer("7", true, "showing rtsp://cam/***"));
        assertThat(order(new StationCommand.SelectSource("gopher://cam")).done()).isFalse();
        assertThat(order(new StationCommand.Mute(true)).explanation()).isEqualTo("muted");
        assertThat(order(new StationCommand.ShowSlate(false)).explanation())
                .isEqualTo("the slate is off");
    }

    @Test
    void recordsToThisMachine() {
        assertThat(order(new StationCommand.RecordLocally(true)))
                .isEqualTo(new OrderAnswer("7", true, "recording to recordings"));
        assertThat(order(new StationCommand.RecordLocally(false)).explanation())
                .isEqualTo("the recording ends");
    }

    @Test
    void answersAnOrderThatItCannotReadByItsNumber() {
        var message = "{\"type\":\"command\",\"data\":{\"id\":\"9\",\"action\":\"fly\"}}";

        assertThat(OrderDesk.refuse(message, "action is unknown"))
                .contains(new OrderAnswer("9", false, "action is unknown"));
    }

    @Test
    void keepsSilentWhenThereIsNoNumberToAnswer() {
        assertThat(OrderDesk.refuse("{\"type\":\"command\",\"data\":{}}", "x")).isEmpty();
        assertThat(OrderDesk.refuse("{\"type\":\"gps\",\"data\":{\"id\":\"9\"}}", "x")).isEmpty();
        assertThat(OrderDesk.refuse("no json", "x")).isEmpty();
    }

    @Test
    void leavesGoingLiveToTheStreamer() {
        var order = new StationOrder("7", new StationCommand.GoLive(), OrderRole.MODERATOR);

        assertThat(desk.carryOut(order))
                .isEqualTo(new OrderAnswer("7", false, "only the streamer may do that"));
    }

    static CommandDesk idleDesk() {
        return IdleControl.desk(false);
    }

    private OrderAnswer order(StationCommand command) {
        return desk.carryOut(new StationOrder("7", command));
    }
}
