package net.ratonet.station.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.channels.NetworkChannel;
import java.util.Optional;

/// `SO_BINDTODEVICE`, which since Linux 5.7 anybody may set on a socket that has none yet.
@SuppressWarnings("restricted")
final class LinuxBinding implements DeviceBinding {

    private static final int SOL_SOCKET = 1;
    private static final int SO_BINDTODEVICE = 25;
    private static final int EPERM = 1;
    private static final int ENODEV = 19;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));

    private final MethodHandle setsockopt =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("setsockopt"),
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.captureCallState("errno"));

    @Override
    public Optional<String> bind(NetworkChannel channel, LocalLink link) {
        if (!link.isDevice()) {
            return Optional.empty();
        }
        var handle = SocketHandle.of(channel);
        return handle.isEmpty()
                ? Optional.of(SocketHandle.CLOSED)
                : bind(handle.getAsInt(), link.name());
    }

    private Optional<String> bind(int socket, String device) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Linker.Option.captureStateLayout());
            var name = arena.allocateFrom(device);
            var result = call(state, socket, name);
            return result == 0
                    ? Optional.empty()
                    : Optional.of(explain(device, (int) ERRNO.get(state, 0L)));
        }
    }

    private int call(MemorySegment state, int socket, MemorySegment name) {
        try {
            return (int)
                    setsockopt.invokeExact(
                            state,
                            socket,
                            SOL_SOCKET,
                            SO_BINDTODEVICE,
                            name,
                            (int) name.byteSize());
        } catch (Throwable impossible) {
            throw new IllegalStateException("setsockopt cannot be called", impossible);
        }
    }

    private static String explain(String device, int error) {
        return switch (error) {
            case EPERM ->
                    "this kernel lets only root bind to "
                            + device
                            + ": it needs Linux 5.7, or a routing rule for the address";
            case ENODEV -> device + " is gone";
            default -> "binding to " + device + " failed with error " + error;
        };
    }
}
