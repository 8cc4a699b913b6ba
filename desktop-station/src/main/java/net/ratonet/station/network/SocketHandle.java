package net.ratonet.station.network;

import java.lang.reflect.InaccessibleObjectException;
import java.nio.channels.NetworkChannel;
import java.util.OptionalInt;

/// The system's own number of a Java socket. The JDK keeps it to itself unless the start options
/// open `sun.nio.ch`.
final class SocketHandle {

    static final String CLOSED =
            "the JDK keeps its sockets to itself: start the station with the launcher, which passes"
                    + " --add-opens java.base/sun.nio.ch=ALL-UNNAMED";

    private SocketHandle() {}

    static OptionalInt of(NetworkChannel channel) {
        try {
            var method = channel.getClass().getMethod("getFDVal");
            method.setAccessible(true);
            return method.invoke(channel) instanceof Integer number
                    ? OptionalInt.of(number)
                    : OptionalInt.empty();
        } catch (ReflectiveOperationException | InaccessibleObjectException _) {
            return OptionalInt.empty();
        }
    }
}
