package net.ratonet.station.setup;

import java.util.List;
import java.util.Optional;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.network.LocalLink;
import net.ratonet.station.source.Devices;
import tools.jackson.databind.node.ObjectNode;

/// All that the wizard looks at and touches outside itself.
interface SetupWorld {

    /// Asks the relay.
    ///
    /// @param key goes with the question; empty for none
    RelayReply get(ServerAddress server, String path, String key) throws InterruptedException;

    RelayReply post(ServerAddress server, String path, ObjectNode body) throws InterruptedException;

    List<LocalLink> links();

    LinkTrial test(LocalLink link, ServerAddress server, String key);

    Devices devices();

    EncoderCheck.Verdict encode(VideoConfig video) throws InterruptedException;

    boolean exists(String file);

    /// Why the file could not be written, if it could not; then nothing has changed.
    Optional<String> save(String file, String text);
}
