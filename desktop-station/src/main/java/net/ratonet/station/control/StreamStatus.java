package net.ratonet.station.control;

import java.util.Optional;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;
import net.ratonet.station.source.EncoderStatistics;

/// How the stream is doing, for those who only look.
///
/// @param state one of idle, connecting, live, recording (only that), retrying, stopping
/// @param explanation why it is not live although it should be, else empty
/// @param notice what a person should know about the encoder, else empty
/// @param job what is being encoded, or about to be
/// @param statistics of the last second, while live
public record StreamStatus(
        String state,
        String explanation,
        String notice,
        Optional<EncoderJob> job,
        Optional<EncoderStatistics> statistics) {

    static StreamStatus of(EncoderState encoder, String notice) {
        return switch (encoder) {
            case Idle _ -> new StreamStatus("idle", "", notice, Optional.empty(), Optional.empty());
            case Starting(var job, _, _, var complaint) ->
                    without(
                            job.isAlone() ? "recording" : "connecting",
                            complaint.orElse(""),
                            notice,
                            job);
            case Running(var job, _, _, _, var now, _) -> working(job, now, notice);
            case Waiting(var job, _, _, var reason) -> without("retrying", reason, notice, job);
            case Stopping _ ->
                    new StreamStatus("stopping", "", notice, Optional.empty(), Optional.empty());
        };
    }

    public double fps() {
        return statistics.map(EncoderStatistics::framesPerSecond).orElse(0.0);
    }

    public double kbps() {
        return statistics.map(now -> now.output().kbps()).orElse(0.0);
    }

    public long droppedFrames() {
        return statistics.map(EncoderStatistics::dropped).orElse(0L);
    }

    private static StreamStatus working(EncoderJob job, EncoderStatistics now, String notice) {
        var state =
                switch (now.outlet().state()) {
                    case NONE -> "recording";
                    case CONNECTING -> "connecting";
                    case OPEN -> "live";
                    case LOST -> "retrying";
                };
        return new StreamStatus(
                state, now.outlet().trouble(), notice, Optional.of(job), Optional.of(now));
    }

    private static StreamStatus without(
            String state, String explanation, String notice, EncoderJob job) {
        return new StreamStatus(state, explanation, notice, Optional.of(job), Optional.empty());
    }
}
