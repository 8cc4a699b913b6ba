package net.ratonet.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandDeskTest {

    private static final ControlAnswer NOT_YOURS =
            new ControlAnswer.Refused("only the streamer may do that");

    @ParameterizedTest
    @MethodSource("forModerators")
    void letsModeratorsKeepTheStreamGoing(StationCommand command) {
        var desk = IdleControl.desk(false);

        assertThat(desk.carryOut(command, OrderRole.MODERATOR)).isNotEqualTo(NOT_YOURS);
    }

    static StationCommand[] forModerators() {
        return new StationCommand[] {
            new StationCommand.Ping(),
            new StationCommand.SetBitrate(Bitrate.ofKbps(2_500)),
            new StationCommand.FreeBitrate(),
            new StationCommand.Kick(),
            new StationCommand.SwitchLink("wwan0", false),
            new StationCommand.PrioritiseLink("wwan0", LinkPriority.BACKUP),
            new StationCommand.SelectSource("/dev/video2"),
            new StationCommand.Mute(true),
            new StationCommand.ShowSlate(true),
            new StationCommand.RestartEncoder()
        };
    }

    @ParameterizedTest
    @MethodSource("forTheOwner")
    void leavesTheRestToTheOwner(StationCommand command) {
        var desk = IdleControl.desk(false);

        assertThat(desk.carryOut(command, OrderRole.MODERATOR)).isEqualTo(NOT_YOURS);
        assertThat(desk.carryOut(command, OrderRole.OWNER)).isNotEqualTo(NOT_YOURS);
    }

    static StationCommand[] forTheOwner() {
        return new StationCommand[] {
            new StationCommand.GoLive(),
            new StationCommand.StopLive(),
            new StationCommand.SelectSource("screen"),
            new StationCommand.SelectSource("file:/home/ana/private.mp4"),
            new StationCommand.SelectSource("http://router.example/login"),
            new StationCommand.RecordLocally(true)
        };
    }

    @Test
    void letsModeratorsGoLiveWhereTheOwnerSaysSo() {
        var desk = IdleControl.desk(true);

        assertThat(desk.carryOut(new StationCommand.StopLive(), OrderRole.MODERATOR))
                .isEqualTo(new ControlAnswer.Done("stopping"));
        assertThat(desk.carryOut(new StationCommand.RecordLocally(true), OrderRole.MODERATOR))
                .isEqualTo(NOT_YOURS);
    }
}
