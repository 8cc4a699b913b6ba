package net.ratonet.relay.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.output.programme.ProgrammeDesk;
import net.ratonet.relay.output.programme.ProgrammeEvent;
import net.ratonet.relay.output.recording.QuotaReading;
import net.ratonet.relay.output.recording.Recording;
import net.ratonet.relay.output.recording.RecordingDesk;
import net.ratonet.relay.output.recording.RecordingState;
import net.ratonet.relay.session.FeedEvent;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.shared.flow.Latest.Subscription;
import net.ratonet.shared.telemetry.StreamerId;

/// Records the streams of those who have switched recording on, from the beginning of each live.
/// Any thread may call.
public final class StreamRecorder implements RecordingDoor, AutoCloseable {

    private final RecordingDesk desk;
    private final LiveFeeds feeds;
    private final ChannelBook channels;
    private final Subscription subscription;

    /// Records what begins from now on.
    public StreamRecorder(RecordingDesk desk, LiveFeeds feeds, ChannelBook channels) {
        this.desk = desk;
        this.feeds = feeds;
        this.channels = channels;
        this.subscription = feeds.subscribe(this::happened);
    }

    /// Ends a recording with its programme, though the encoder may still send, and begins another
    /// with the next.
    public StreamRecorder follow(ProgrammeDesk programmes) {
        programmes.subscribe(event -> {
            var id =
                    switch (event) {
                        case ProgrammeEvent.OnAir(var programme) -> programme.streamer();
                        case ProgrammeEvent.OffAir(var streamer, _) -> streamer;
                    };
            Thread.ofVirtual().name("recording-follow-" + id).start(() -> settle(programmes, id));
        });
        return this;
    }

    /// One that was overtaken by the next finds the same.
    private synchronized void settle(ProgrammeDesk programmes, StreamerId id) {
        switched(id, programmes.find(id).isPresent() && channels.settings(id).recording());
    }

    /// Whoever tells of it must not wait for a disk.
    private void happened(FeedEvent event) {
        if (event instanceof FeedEvent.Began(var feed)) {
            var id = feed.streamer();
            Thread.ofVirtual()
                    .name("recording-begin-" + id)
                    .start(() -> switched(id, channels.settings(id).recording()));
        }
    }

    @Override
    public void switched(StreamerId id, boolean on) {
        if (on) {
            feeds.find(id).ifPresent(feed -> desk.start(id, feed));
        } else {
            desk.stop(id);
        }
    }

    @Override
    public RecordingStatus recording(StreamerId id) {
        return switch (desk.state(id)) {
            case RecordingState.Off _ -> new RecordingStatus(false, "", 0);
            case RecordingState.Waiting _ -> new RecordingStatus(true, "", 0);
            case RecordingState.Writing(var _, var _, var bytes) ->
                    new RecordingStatus(true, "", bytes);
            case RecordingState.Stuck(var reason) -> new RecordingStatus(false, reason, 0);
        };
    }

    @Override
    public List<RecordingFile> list(StreamerId id) throws IOException {
        return desk.library().list(id).stream().map(StreamRecorder::file).toList();
    }

    @Override
    public void copy(StreamerId id, String name, long from, long length, OutputStream out)
            throws IOException {
        var found = desk.library().open(id, name);
        if (found.isEmpty()) {
            throw new NoSuchFileException(name);
        }
        try (var file = found.get();
                var part = file.read(from, length)) {
            part.transferTo(out);
        }
    }

    @Override
    public MediaAnswer delete(StreamerId id, String name) throws IOException {
        return switch (desk.library().delete(id, name)) {
            case DELETED -> MediaAnswer.DONE;
            case NOT_FOUND -> new MediaAnswer.Unknown("no such recording");
            case STILL_GROWING ->
                    new MediaAnswer.Refused("it is being written; switch recording off first");
        };
    }

    @Override
    public RecordingRoom room(StreamerId id) {
        return room(desk.quota(id));
    }

    @Override
    public RecordingRoom room() {
        return room(desk.totalQuota());
    }

    @Override
    public void forget(StreamerId id) throws IOException {
        desk.stop(id);
        for (var recording : desk.library().list(id)) {
            desk.library().delete(id, recording.name());
        }
    }

    private static RecordingRoom room(QuotaReading reading) {
        return new RecordingRoom(reading.usedBytes(), reading.quotaBytes());
    }

    private static RecordingFile file(Recording recording) {
        return new RecordingFile(
                recording.name(), recording.start(), recording.bytes(), recording.growing());
    }

    @Override
    public void close() {
        subscription.close();
    }
}
