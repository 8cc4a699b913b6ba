package net.ratonet.relay.output.rtmp;

import java.util.List;
import net.ratonet.relay.rtmp.RtmpMessage;

/// What to do about a message of a platform.
sealed interface PublishMove {

    record Send(List<RtmpMessage> messages) implements PublishMove {
        public Send {
            messages = List.copyOf(messages);
        }
    }

    /// The platform waits for media.
    record Live() implements PublishMove {}

    record Fail(OutputTrouble trouble) implements PublishMove {}
}
