package net.ratonet.station.setup;

import tools.jackson.databind.node.ObjectNode;

/// What came of asking the relay something.
sealed interface RelayReply {

    /// It may hold a key.
    record Given(ObjectNode json) implements RelayReply {

        String text(String name) {
            return json.path(name).asString("");
        }

        boolean flag(String name) {
            return json.path(name).asBoolean(false);
        }

        @Override
        public String toString() {
            return "Given" + json.propertyNames();
        }
    }

    /// A relay that says no.
    ///
    /// @param detail the relay's own words; empty when it gave none
    record Refused(int status, String detail) implements RelayReply {}

    /// Somebody answered who does not speak as a relay does.
    record Strange(int status) implements RelayReply {}

    record Unreachable(Trouble trouble, String detail) implements RelayReply {}
}
