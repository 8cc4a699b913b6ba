package net.ratonet.relay.ingest.rtmp;

import java.util.List;
import net.ratonet.relay.rtmp.RtmpMessage;

/// What to do about a message of a caller.
sealed interface DoorMove {

    DoorMove NOTHING = new Answer(List.of());

    record Answer(List<RtmpMessage> messages) implements DoorMove {
        public Answer {
            messages = List.copyOf(messages);
        }
    }

    /// It wants to publish with one of these keys, the likeliest first.
    record AskForEntry(List<String> keys) implements DoorMove {
        public AskForEntry {
            keys = List.copyOf(keys);
        }

        @Override
        public String toString() {
            return "AskForEntry[***]";
        }
    }

    record Media(RtmpMessage message) implements DoorMove {}

    /// It has said goodbye.
    record Leave(List<RtmpMessage> messages) implements DoorMove {
        public Leave {
            messages = List.copyOf(messages);
        }
    }

    /// It does what no publisher does.
    record Refuse(List<RtmpMessage> messages, String reason) implements DoorMove {
        public Refuse {
            messages = List.copyOf(messages);
        }
    }
}
