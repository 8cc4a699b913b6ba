package net.ratonet.relay.rtmp;

import java.util.List;

/// What stands in the payload of a command.
public sealed interface AmfReading {

    record Values(List<AmfValue> values) implements AmfReading {
        public Values {
            values = List.copyOf(values);
        }
    }

    record Malformed(String reason) implements AmfReading {}
}
