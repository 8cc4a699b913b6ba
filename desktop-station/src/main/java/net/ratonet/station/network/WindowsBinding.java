package net.ratonet.station.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.Inet6Address;
import java.nio.channels.NetworkChannel;
import java.util.Optional;

/// `IP_UNICAST_IF`: the interface's index, for IPv4 in network byte order.
@SuppressWarnings("restricted")
final class WindowsBinding implements DeviceBinding {

    private static final int IPPROTO_IP = 0;
    private static final int IPPROTO_IPV6 = 41;
    private static final int UNICAST_IF = 31;

    @Override
    public Optional<String> bind(NetworkChannel channel, LocalLink link) {
        if (!link.isDevice()) {
            return Optional.empty();
        }
        var handle = SocketHandle.of(channel);
        if (handle.isEmpty()) {
            return Optional.of(SocketHandle.CLOSED);
        }
        var ipv6 = link.addresses().getFirst() instanceof Inet6Address;
        var value = ipv6 ? link.index() : Integer.reverseBytes(link.index());
        try (var arena = Arena.ofConfined()) {
            var index = arena.allocate(JAVA_INT);
            index.set(JAVA_INT, 0, value);
            var result = call(arena, handle.getAsInt(), ipv6 ? IPPROTO_IPV6 : IPPROTO_IP, index);
            return result == 0
                    ? Optional.empty()
                    : Optional.of("Windows did not bind the socket to " + link.name());
        }
    }

    private static int call(Arena arena, long socket, int level, MemorySegment value) {
        try {
            return (int) setsockopt(arena).invokeExact(socket, level, UNICAST_IF, value, 4);
        } catch (Throwable impossible) {
            throw new IllegalStateException("setsockopt cannot be called", impossible);
        }
    }

    private static MethodHandle setsockopt(Arena arena) {
        return Linker.nativeLinker()
                .downcallHandle(
                        SymbolLookup.libraryLookup("ws2_32", arena).findOrThrow("setsockopt"),
                        FunctionDescriptor.of(
                                JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    }
}
