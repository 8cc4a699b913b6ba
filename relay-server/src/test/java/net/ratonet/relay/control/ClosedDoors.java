package net.ratonet.relay.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.telemetry.StreamerId;

/// Stands where a relay has been started without its outputs: nothing is there, and every wish is
/// refused with that reason.
public final class ClosedDoors implements ProgrammeDoor, OutputDoor, RecordingDoor {

    private static final MediaAnswer REFUSED =
            new MediaAnswer.Refused("this relay runs without outputs");

    @Override
    public MediaAnswer takeBreak(StreamerId id) {
        return REFUSED;
    }

    @Override
    public MediaAnswer live(StreamerId id) {
        return REFUSED;
    }

    @Override
    public MediaAnswer hold(StreamerId id) {
        return REFUSED;
    }

    @Override
    public MediaAnswer end(StreamerId id) {
        return REFUSED;
    }

    @Override
    public Optional<ProgrammeStatus> status(StreamerId id) {
        return Optional.empty();
    }

    @Override
    public Optional<ChunkSource> stream(StreamerId id) {
        return Optional.empty();
    }

    @Override
    public MediaAnswer start(StreamerId id, int number) {
        return REFUSED;
    }

    @Override
    public MediaAnswer stop(StreamerId id, int number) {
        return REFUSED;
    }

    @Override
    public List<OutputStatus> outputs(StreamerId id, Language language) {
        return List.of();
    }

    @Override
    public List<String> advice(StreamerId id, Language language) {
        return List.of();
    }

    @Override
    public void destinationsChanged(StreamerId id) {}

    @Override
    public void switched(StreamerId id, boolean on) {}

    @Override
    public RecordingStatus recording(StreamerId id) {
        return new RecordingStatus(false, "", 0);
    }

    @Override
    public List<RecordingFile> list(StreamerId id) {
        return List.of();
    }

    @Override
    public void copy(StreamerId id, String name, long from, long length, OutputStream out)
            throws IOException {
        throw new NoSuchFileException(name);
    }

    @Override
    public MediaAnswer delete(StreamerId id, String name) {
        return new MediaAnswer.Unknown("no such recording");
    }

    @Override
    public RecordingRoom room(StreamerId id) {
        return new RecordingRoom(0, 0);
    }

    @Override
    public RecordingRoom room() {
        return new RecordingRoom(0, 0);
    }

    @Override
    public void forget(StreamerId id) {}
}
