package net.ratonet.station.control;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderLauncher;
import net.ratonet.station.source.EncoderProcess;
import net.ratonet.station.source.EncoderReport;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.FeedReading;
import net.ratonet.station.source.SourceState;

/// An encoder that has said how its source fares before its launch has ended.
public final class PromptEncoder implements EncoderLauncher {

    private final FeedReading feed;
    private final AtomicInteger launches = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();

    public PromptEncoder() {
        this(SourceState.LIVE, "");
    }

    public PromptEncoder(SourceState state, String trouble) {
        this.feed = new FeedReading(state, trouble, -3, -20);
    }

    @Override
    public EncoderProcess launch(EncoderJob job, Consumer<EncoderEvent> events) {
        launches.incrementAndGet();
        events.accept(
                new EncoderEvent.Reported(
                        new EncoderReport.Working(
                                new EncoderStatistics(
                                        30, 0, 30, Bitrate.ZERO, Bitrate.ZERO, 0, feed))));
        return new EncoderProcess() {

            @Override
            public void send(EncoderCommand command) {
                // It does what it does.
            }

            @Override
            public void kill() {
                kills.incrementAndGet();
                events.accept(new EncoderEvent.Ended("its process ended with 137"));
            }
        };
    }

    public int launches() {
        return launches.get();
    }

    public int kills() {
        return kills.get();
    }
}
