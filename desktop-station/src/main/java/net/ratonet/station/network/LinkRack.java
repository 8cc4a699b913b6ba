package net.ratonet.station.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ratonet.station.bonding.Bond;
import net.ratonet.station.bonding.LinkId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one socket for each link that is there, and tells the bond of those that come, go or get
/// another address. Owned by the thread "bonding".
final class LinkRack implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRack.class);

    private final Bond bond;
    private final Selector selector;
    private final LinkBook book;
    private final DeviceBinding binding;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final @Nullable UplinkSocket[] sockets = new UplinkSocket[Bond.MOST_LINKS];
    private final Map<String, String> troubles = new HashMap<>();
    private final int portStep;
    private @Nullable InetSocketAddress target;

    /// @param portStep how far the port of one link's receiver is from the next one's
    LinkRack(Bond bond, Selector selector, LinkBook book, DeviceBinding binding, int portStep) {
        this.bond = bond;
        this.selector = selector;
        this.book = book;
        this.binding = binding;
        this.portStep = portStep;
    }

    boolean send(int slot, ByteBuffer datagram) {
        var socket = sockets[slot];
        return socket != null && socket.send(datagram);
    }

    /// The slot of a link, or -1.
    int slotOf(String link) {
        return slots.getOrDefault(link, -1);
    }

    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /// Brings the sockets in line with what there is.
    void sync(List<LocalLink> links, InetSocketAddress to, long now) {
        var moved = !to.equals(target);
        target = to;
        for (var name : names()) {
            if (links.stream().noneMatch(link -> link.name().equals(name))) {
                remove(name);
            }
        }
        for (var link : links) {
            var slot = slots.get(link.name());
            if (slot == null) {
                add(link, to, now);
            } else if (moved || isStale(sockets[slot], link)) {
                reopen(link, to, slot, now);
            }
        }
    }

    private static boolean isStale(@Nullable UplinkSocket socket, LocalLink link) {
        return socket == null || socket.isBroken() || !link.addresses().contains(socket.source());
    }

    private void add(LocalLink link, InetSocketAddress to, long now) {
        var slot = freeSlot();
        if (slot >= 0 && open(link, to, slot)) {
            slots.put(link.name(), slot);
            bond.addLink(slot, new LinkId(link.name()), book.terms(link.name()), now);
            LOG.info("Link {} joins", link.name());
        }
    }

    private void reopen(LocalLink link, InetSocketAddress to, int slot, long now) {
        close(slot);
        if (open(link, to, slot)) {
            bond.rebound(slot, now);
        }
    }

    private boolean open(LocalLink link, InetSocketAddress to, int slot) {
        try {
            var its = new InetSocketAddress(to.getAddress(), to.getPort() + slot * portStep);
            var socket = UplinkSocket.open(link, its, binding);
            socket.serve(selector, bond, slot);
            sockets[slot] = socket;
            complain(link.name(), socket.complaint().orElse(""));
            return true;
        } catch (IOException trouble) {
            complain(link.name(), "cannot be used: " + trouble.getMessage());
            return false;
        }
    }

    private void complain(String link, String trouble) {
        if (!trouble.equals(troubles.getOrDefault(link, ""))) {
            troubles.put(link, trouble);
            if (!trouble.isEmpty()) {
                LOG.warn("Link {}: {}", link, trouble);
            }
        }
    }

    private void remove(String name) {
        var slot = slots.remove(name);
        if (slot != null) {
            close(slot);
            bond.removeLink(slot);
            troubles.remove(name);
            LOG.info("Link {} is gone", name);
        }
    }

    private int freeSlot() {
        for (var slot = 0; slot < sockets.length; slot++) {
            if (!slots.containsValue(slot)) {
                return slot;
            }
        }
        return -1;
    }

    private void close(int slot) {
        var socket = sockets[slot];
        sockets[slot] = null;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException trouble) {
                LOG.debug("a link's socket did not close: {}", trouble.getMessage());
            }
        }
    }

    @Override
    public void close() {
        for (var slot = 0; slot < sockets.length; slot++) {
            close(slot);
        }
    }
}
