package net.ratonet.station.bonding;

/// A link's name: that of its network interface, or its source address where addresses were listed.
public record LinkId(String name) {

    public LinkId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a link needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
