package net.ratonet.relay.telemetry.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.StreamerId;

/// Keeps past lives. Any thread may call; each call may wait for the disk.
public interface SessionStore {

    /// Durable when it returns. What belongs to an account that is gone is left out.
    void append(SessionBatch batch) throws IOException;

    /// The sessions that nobody has ended: those of now, and after a start those of a crash.
    List<LiveSession> unfinished() throws IOException;

    /// Drops samples that have outlived their [Keep], and sessions that ended before `oldest`.
    void tidy(Instant now, Instant oldest) throws IOException;

    /// A streamer's sessions that began before a time, newest first.
    List<LiveSession> page(StreamerId streamer, Instant startedBefore, int most) throws IOException;

    /// One session of this streamer, and nobody else's.
    Optional<SessionRecord> load(StreamerId streamer, SessionId session) throws IOException;
}
