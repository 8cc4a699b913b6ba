package net.ratonet.relay.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.ratonet.shared.telemetry.StreamerId;

/// Recordings that run and those that are finished. Any thread may call.
public interface RecordingDoor {

    /// Begins or ends recording as the streamer's switch stands now.
    void switched(StreamerId id, boolean on);

    RecordingStatus recording(StreamerId id);

    /// The streamer's recordings, newest first, with the one that is being written.
    List<RecordingFile> list(StreamerId id) throws IOException;

    /// Writes a part of one out; throws when there is none of that name any more.
    void copy(StreamerId id, String name, long from, long length, OutputStream out)
            throws IOException;

    MediaAnswer delete(StreamerId id, String name) throws IOException;

    /// Bytes of the streamer's recordings, and how many there may be.
    RecordingRoom room(StreamerId id);

    /// The same of all streamers together.
    RecordingRoom room();

    /// The account has gone, and its recordings with it.
    void forget(StreamerId id) throws IOException;
}
