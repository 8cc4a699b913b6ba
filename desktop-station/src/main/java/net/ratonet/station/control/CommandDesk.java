package net.ratonet.station.control;

import java.util.Optional;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.control.preflight.CheckReport;

/// Carries out commands, whichever way they came, as far as the role of whoever gives them allows.
/// Safe for any thread.
public final class CommandDesk {

    private final StationControl control;
    private final LiveGate gate;
    private final boolean moderatorsMayGoLive;

    public CommandDesk(StationControl control, LiveGate gate, boolean moderatorsMayGoLive) {
        this.control = control;
        this.gate = gate;
        this.moderatorsMayGoLive = moderatorsMayGoLive;
    }

    public ControlAnswer carryOut(StationCommand command, OrderRole role) {
        return switch (role) {
            case OWNER -> carryOut(command);
            case MODERATOR ->
                    isForModerators(command)
                            ? carryOut(command)
                            : new ControlAnswer.Refused("only the streamer may do that");
        };
    }

    /// Goes live as only the owner may: to an address of the owner's choice, or although something
    /// speaks against it.
    ///
    /// @param to empty = where the last live went, or where the settings say
    public ControlAnswer goLive(Optional<StreamTarget> to, boolean anyway) {
        if (anyway) {
            return gate.goLiveAnyway(to);
        }
        return to.map(gate::goLive).orElseGet(gate::goLive);
    }

    /// Everything that speaks against a live now. Takes up to three seconds.
    public CheckReport check() throws InterruptedException {
        return gate.check();
    }

    private boolean isForModerators(StationCommand command) {
        return switch (command) {
            case StationCommand.GoLive _, StationCommand.StopLive _ -> moderatorsMayGoLive;
            case StationCommand.RecordLocally _ -> false;
            case StationCommand.SelectSource(var source) -> isPublic(source);
            case StationCommand.Ping _,
                    StationCommand.SetBitrate _,
                    StationCommand.FreeBitrate _,
                    StationCommand.Kick _,
                    StationCommand.SwitchLink _,
                    StationCommand.PrioritiseLink _,
                    StationCommand.Mute _,
                    StationCommand.ShowSlate _,
                    StationCommand.RestartEncoder _ ->
                    true;
        };
    }

    /// Screen, files and addresses can show what the streamer never meant to.
    private static boolean isPublic(String source) {
        return VideoInput.parse(source)
                .map(input ->
                        switch (input) {
                            case VideoInput.Camera _, VideoInput.TestPicture _ -> true;
                            case VideoInput.Screen _,
                                    VideoInput.VideoFile _,
                                    VideoInput.Address _ ->
                                    false;
                        })
                .orElse(true);
    }

    private ControlAnswer carryOut(StationCommand command) {
        return switch (command) {
            case StationCommand.Ping _ -> new ControlAnswer.Done("here");
            case StationCommand.GoLive _ -> gate.goLive();
            case StationCommand.StopLive _ -> gate.stop();
            case StationCommand.SetBitrate(var bitrate) -> control.setBitrate(bitrate);
            case StationCommand.FreeBitrate _ -> control.freeBitrate();
            case StationCommand.RestartEncoder _ -> control.restartEncoder();
            case StationCommand.Kick _ -> control.kick();
            case StationCommand.SwitchLink(var link, var on) -> control.switchLink(link, on);
            case StationCommand.PrioritiseLink(var link, var priority) ->
                    control.prioritiseLink(link, priority);
            case StationCommand.SelectSource(var source) -> control.selectSource(source);
            case StationCommand.Mute(var on) -> control.mute(on);
            case StationCommand.ShowSlate(var on) -> control.showSlate(on);
            case StationCommand.RecordLocally(var on) -> control.record(on);
        };
    }
}
