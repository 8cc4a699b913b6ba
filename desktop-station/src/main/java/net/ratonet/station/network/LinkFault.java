package net.ratonet.station.network;

/// What can be wrong with the links of a machine.
public sealed interface LinkFault {

    /// What is wrong, as a sentence.
    String what();

    /// What a person can do, as a sentence.
    String remedy();

    record NoLink() implements LinkFault {

        @Override
        public String what() {
            return "No link has an address and a route.";
        }

        @Override
        public String remedy() {
            return "Plug in a modem, or name the interfaces in FIELD_NETWORK_INTERFACES.";
        }
    }

    record Unrouted(String link) implements LinkFault {

        @Override
        public String what() {
            return link + " has an address but no default route, so nothing leaves by it.";
        }

        @Override
        public String remedy() {
            return "Set one: sudo ratonet station network fix, or ip route add default dev %s metric 500"
                    .formatted(link);
        }
    }

    record Shared(LocalLink one, LocalLink other) implements LinkFault {

        @Override
        public String what() {
            return "%s and %s are in the same subnet, so answers may come back on the wrong one."
                    .formatted(named(one), named(other));
        }

        @Override
        public String remedy() {
            return "Give one of the modems another address range in its settings page.";
        }

        private static String named(LocalLink link) {
            return "%s (%s)".formatted(link.name(), link.addresses().getFirst().getHostAddress());
        }
    }
}
