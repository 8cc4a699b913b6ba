package net.ratonet.station.source;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;

/// What a streamer would want to read about the encoder: changes, not every second.
final class EncoderDiary {

    private EncoderDiary() {}

    static List<String> lines(EncoderState before, EncoderState next) {
        return switch (next) {
            case Starting starting when !(before instanceof Starting) ->
                    List.of(
                            "Encoder: %s, %s at %d kbit/s"
                                    .formatted(
                                            aim(starting.job()),
                                            starting.job().picture(),
                                            Math.round(starting.job().bitrate().kbps())));
            case Running now when before instanceof Running then -> changes(then, now);
            case Running now -> changes(unheard(now), now);
            case Waiting(_, var failures, _, var reason) when !(before instanceof Waiting) ->
                    List.of(
                            "Encoder: stopped working (%s), attempt %d follows"
                                    .formatted(reason, failures + 1));
            case Idle _ -> List.of("Encoder: not live");
            case Starting _, Waiting _, Stopping _ -> List.of();
        };
    }

    private static String aim(EncoderJob job) {
        return job.isAlone() ? "recording only" : "connecting to " + job.target();
    }

    private static Running unheard(Running now) {
        var heard = now.statistics();
        return new Running(
                now.job(),
                now.failures(),
                now.sinceNanos(),
                now.heardNanos(),
                heard.with(
                        heard.feed(),
                        new OutletReading(OutletState.CONNECTING, ""),
                        RecordingReading.OFF),
                now.complaint());
    }

    private static List<String> changes(Running before, Running now) {
        var lines = new ArrayList<String>();
        var then = before.statistics();
        var news = now.statistics();
        outlet(now.job(), then.outlet(), news.outlet(), lines);
        source(now.job(), then.feed(), news.feed(), lines);
        recording(then.recording(), news.recording(), lines);
        return lines;
    }

    private static void outlet(
            EncoderJob job, OutletReading before, OutletReading now, List<String> lines) {
        if (now.state() == before.state()) {
            return;
        }
        switch (now.state()) {
            case OPEN -> lines.add("Encoder: live to " + job.target());
            case LOST ->
                    lines.add(
                            "Encoder: %s is tried again and again (%s); the recording goes on"
                                    .formatted(job.target(), now.trouble()));
            case NONE, CONNECTING -> {}
        }
    }

    private static void source(
            EncoderJob job, FeedReading before, FeedReading now, List<String> lines) {
        if (now.state() == before.state()) {
            return;
        }
        var source = job.feed().video().shown();
        switch (now.state()) {
            case LIVE -> lines.add("Encoder: the picture of %s is there".formatted(source));
            case LOST ->
                    lines.add(
                            "Encoder: no picture from %s (%s); it is tried again and again"
                                    .formatted(source, now.trouble()));
            case CONNECTING -> {}
        }
    }

    private static void recording(
            RecordingReading before, RecordingReading now, List<String> lines) {
        if (now.state() != before.state() && now.state() == RecordingState.ON) {
            lines.add("Recording to this machine");
        } else if (now.state() != before.state() && now.state() == RecordingState.OFF) {
            lines.add("Recording ended");
        }
        if (!now.note().isEmpty() && !now.note().equals(before.note())) {
            lines.add("Recording: " + now.note());
        }
    }
}
