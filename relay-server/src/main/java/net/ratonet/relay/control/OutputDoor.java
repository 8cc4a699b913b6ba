package net.ratonet.relay.control;

import java.util.List;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.StreamerId;

/// The platforms to which streams go. Outputs are numbered from 1, as the destinations stand in
/// their list. Any thread may call; each method returns at once.
public interface OutputDoor {

    MediaAnswer start(StreamerId id, int number);

    MediaAnswer stop(StreamerId id, int number);

    List<OutputStatus> outputs(StreamerId id, Language language);

    /// What does not suit a platform, in plain words.
    List<String> advice(StreamerId id, Language language);

    /// The streamer's destinations are others now, or whether they start by themselves.
    void destinationsChanged(StreamerId id);

    /// The account has gone.
    void forget(StreamerId id);
}
