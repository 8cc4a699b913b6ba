package net.ratonet.relay.channel;

import java.io.IOException;
import java.util.Map;
import net.ratonet.shared.telemetry.StreamerId;

/// Where channels outlive the program. A method that returns has written durably; one that throws
/// has changed nothing. What is kept goes with its account. Any thread may call.
public interface ChannelStore {

    Map<StreamerId, Channel> load() throws IOException;

    /// False, and nothing is kept, when there is no such streamer.
    boolean save(StreamerId id, Channel channel) throws IOException;
}
