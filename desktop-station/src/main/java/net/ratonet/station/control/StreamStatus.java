package net.ratonet.station.control;

import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;

/// How the stream is doing, for those who only look.
///
/// @param state one of idle, connecting, live, retrying, stopping
/// @param explanation why it is not live although it should be, else empty
public record StreamStatus(
        String state, String explanation, double fps, double kbps, long droppedFrames) {

    static StreamStatus of(EncoderState encoder) {
        return switch (encoder) {
            case Idle _ -> without("idle", "");
            case Starting(_, _, _, var complaint) -> without("connecting", complaint.orElse(""));
            case Running(_, _, _, _, var now, _) ->
                    new StreamStatus(
                            "live", "", now.framesPerSecond(), now.output().kbps(), now.dropped());
            case Waiting(_, _, _, var reason) -> without("retrying", reason);
            case Stopping _ -> without("stopping", "");
        };
    }

    private static StreamStatus without(String state, String explanation) {
        return new StreamStatus(state, explanation, 0, 0, 0);
    }
}
