package net.ratonet.station.source;

import java.util.Optional;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;

/// What a streamer would want to read about the encoder: changes, not every second.
final class EncoderDiary {

    private EncoderDiary() {}

    static Optional<String> line(EncoderState before, EncoderState next) {
        return switch (next) {
            case Starting starting when !(before instanceof Starting) ->
                    Optional.of(
                            "Encoder: connecting to %s, %s at %d kbit/s"
                                    .formatted(
                                            starting.job().target(),
                                            starting.job().picture(),
                                            Math.round(starting.job().bitrate().kbps())));
            case Running running when !(before instanceof Running) ->
                    Optional.of("Encoder: live to " + running.job().target());
            case Waiting(_, var failures, _, var reason) when !(before instanceof Waiting) ->
                    Optional.of(
                            "Encoder: stopped working (%s), attempt %d follows"
                                    .formatted(reason, failures + 1));
            case Running now when before instanceof Running then -> sourceLine(then, now);
            case Idle _ -> Optional.of("Encoder: not live");
            case Starting _, Running _, Waiting _, Stopping _ -> Optional.empty();
        };
    }

    private static Optional<String> sourceLine(Running before, Running now) {
        var feed = now.statistics().feed();
        if (feed.state() == before.statistics().feed().state()) {
            return Optional.empty();
        }
        var source = now.job().feed().video().shown();
        return switch (feed.state()) {
            case LIVE -> Optional.of("Encoder: the picture of %s is there".formatted(source));
            case LOST ->
                    Optional.of(
                            "Encoder: no picture from %s (%s); it is tried again and again"
                                    .formatted(source, feed.trouble()));
            case CONNECTING -> Optional.empty();
        };
    }
}
