package net.ratonet.station.bonding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All links, each in a slot of its own for as long as it is there. Owned by the bond's thread.
final class LinkTable {

    private final List<Link> links = new ArrayList<>();

    /// The links in the order in which they came. Not a copy: this is read for every packet.
    List<Link> all() {
        return links;
    }

    Optional<Link> at(int slot) {
        return Optional.ofNullable(find(slot));
    }

    /// The same for every packet, without an object for the answer.
    @Nullable Link find(int slot) {
        for (var i = 0; i < links.size(); i++) {
            if (links.get(i).slot == slot) {
                return links.get(i);
            }
        }
        return null;
    }

    void add(Link link) {
        if (link.slot < 0 || link.slot >= FlightLog.MOST_LINKS || at(link.slot).isPresent()) {
            throw new IllegalArgumentException("no free slot: " + link.slot);
        }
        links.add(link);
    }

    void remove(Link link) {
        links.remove(link);
    }

    /// Whether the stream could do without this link: another one is there, and works if this one
    /// does.
    boolean canSpare(Link link) {
        return links.stream()
                .filter(other -> other != link && other.isOn())
                .anyMatch(other -> other.works() || !link.works());
    }
}
