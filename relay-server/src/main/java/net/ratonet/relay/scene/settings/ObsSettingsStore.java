package net.ratonet.relay.scene.settings;

import java.io.IOException;
import java.util.Map;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.shared.telemetry.StreamerId;

/// Where streamers' own OBS settings outlive the program. A method that returns has written
/// durably; one that throws has changed nothing. What is kept goes with its account. Any thread may
/// call.
public interface ObsSettingsStore {

    Map<StreamerId, OwnObs> load() throws IOException;

    /// False, and nothing is kept, when there is no such streamer.
    boolean save(StreamerId id, OwnObs own) throws IOException;

    void delete(StreamerId id) throws IOException;
}
