package net.ratonet.relay.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.control.MediaAnswer;
import net.ratonet.relay.control.OutputDoor;
import net.ratonet.relay.control.OutputStatus;
import net.ratonet.relay.control.ProgrammeDoor;
import net.ratonet.relay.control.ProgrammeStatus;
import net.ratonet.relay.control.RecordingDoor;
import net.ratonet.relay.control.RecordingFile;
import net.ratonet.relay.control.RecordingRoom;
import net.ratonet.relay.control.RecordingStatus;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;

/// Programmes, outputs and recordings that write down what they are asked, and do it in memory. Any
/// thread may call.
final class FakeMediaDoors implements ProgrammeDoor, OutputDoor, RecordingDoor {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<StreamerId, ChunkFan> programmes = new ConcurrentHashMap<>();
    final Map<String, Path> recordings = new ConcurrentHashMap<>();

    @Override
    public MediaAnswer takeBreak(StreamerId id) {
        return programme("brb", id);
    }

    @Override
    public MediaAnswer live(StreamerId id) {
        return programme("live", id);
    }

    @Override
    public MediaAnswer hold(StreamerId id) {
        return programme("hold", id);
    }

    @Override
    public MediaAnswer end(StreamerId id) {
        return programme("end", id);
    }

    private MediaAnswer programme(String wish, StreamerId id) {
        asked.add(wish + " " + id);
        return programmes.containsKey(id)
                ? MediaAnswer.DONE
                : new MediaAnswer.Refused("nothing is on air");
    }

    @Override
    public Optional<ProgrammeStatus> status(StreamerId id) {
        return Optional.ofNullable(programmes.get(id))
                .map(_ -> new ProgrammeStatus("live", "", Duration.ofSeconds(3), false, List.of()));
    }

    @Override
    public Optional<ChunkSource> stream(StreamerId id) {
        return Optional.ofNullable(programmes.get(id));
    }

    @Override
    public MediaAnswer start(StreamerId id, int number) {
        return output("start", id, number);
    }

    @Override
    public MediaAnswer stop(StreamerId id, int number) {
        return output("stop", id, number);
    }

    private MediaAnswer output(String wish, StreamerId id, int number) {
        asked.add(wish + " " + number + " " + id);
        return number == 1 ? MediaAnswer.DONE : new MediaAnswer.Unknown("no such output");
    }

    @Override
    public List<OutputStatus> outputs(StreamerId id, Language language) {
        return programmes.containsKey(id) ? List.of(twitch()) : List.of();
    }

    private static OutputStatus twitch() {
        return new OutputStatus(
                1,
                "Twitch",
                "rtmp://live.twitch.tv/app/***",
                "retrying",
                "the platform refuses the key",
                Bitrate.ofKbps(4_000),
                1_000,
                10,
                2,
                Duration.ofSeconds(7));
    }

    @Override
    public List<String> advice(StreamerId id, Language language) {
        return List.of("key frames are 4 s apart, Twitch wants 2 s");
    }

    @Override
    public void destinationsChanged(StreamerId id) {
        asked.add("destinations " + id);
    }

    @Override
    public void switched(StreamerId id, boolean on) {
        asked.add("recording " + on + " " + id);
    }

    @Override
    public RecordingStatus recording(StreamerId id) {
        return new RecordingStatus(false, "", 0);
    }

    @Override
    public List<RecordingFile> list(StreamerId id) throws IOException {
        var files = new ArrayList<RecordingFile>();
        for (var recording : recordings.entrySet()) {
            if (recording.getKey().startsWith(id + "/")) {
                var file = recording.getValue();
                files.add(
                        new RecordingFile(
                                recording.getKey().substring(id.value().length() + 1),
                                Instant.EPOCH,
                                Files.size(file),
                                false));
            }
        }
        return files;
    }

    @Override
    public void copy(StreamerId id, String name, long from, long length, OutputStream out)
            throws IOException {
        var bytes = Files.readAllBytes(recordings.get(id + "/" + name));
        out.write(bytes, (int) from, (int) length);
    }

    @Override
    public MediaAnswer delete(StreamerId id, String name) {
        return recordings.remove(id + "/" + name) == null
                ? new MediaAnswer.Unknown("no such recording")
                : MediaAnswer.DONE;
    }

    @Override
    public RecordingRoom room(StreamerId id) {
        return new RecordingRoom(95, 100);
    }

    @Override
    public RecordingRoom room() {
        return new RecordingRoom(95, 100);
    }

    @Override
    public void forget(StreamerId id) {
        asked.add("forget " + id);
    }
}
