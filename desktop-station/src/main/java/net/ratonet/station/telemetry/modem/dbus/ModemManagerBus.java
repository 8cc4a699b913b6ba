package net.ratonet.station.telemetry.modem.dbus;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A connection to the bus on which ModemManager is. Turns the bus's types into plain values. For
/// one thread.
final class ModemManagerBus implements AutoCloseable {

    private static final String NAME = "org.freedesktop.ModemManager1";
    private static final String ROOT = "/org/freedesktop/ModemManager1";
    private static final String BEARER = NAME + ".Bearer";

    private final DBusConnection connection;

    private ModemManagerBus(DBusConnection connection) {
        this.connection = connection;
    }

    static ModemManagerBus system() throws IOException {
        return open(DBusConnectionBuilder.forSystemBus());
    }

    static ModemManagerBus at(String address) throws IOException {
        return open(DBusConnectionBuilder.forAddress(address));
    }

    private static ModemManagerBus open(DBusConnectionBuilder builder) throws IOException {
        try {
            return new ModemManagerBus(builder.withShared(false).build());
        } catch (DBusException | DBusExecutionException trouble) {
            throw new IOException("no D-Bus: " + trouble.getMessage(), trouble);
        }
    }

    /// All modems: path, then interface, then property.
    Map<String, Map<String, Props>> modems() throws IOException {
        try {
            var manager = connection.getRemoteObject(NAME, ROOT, ObjectManager.class);
            var modems = new LinkedHashMap<String, Map<String, Props>>();
            for (var object : manager.GetManagedObjects().entrySet()) {
                var interfaces = new HashMap<String, Props>();
                object.getValue().forEach((name, props) -> interfaces.put(name, plain(props)));
                if (interfaces.containsKey(ModemManagerCodec.MODEM)) {
                    modems.put(object.getKey().getPath(), interfaces);
                }
            }
            return modems;
        } catch (DBusException | DBusExecutionException trouble) {
            throw new IOException("no ModemManager: " + trouble.getMessage(), trouble);
        }
    }

    /// The properties of a connection; none when it has gone meanwhile.
    Props bearer(String path) {
        try {
            var properties = connection.getRemoteObject(NAME, path, Properties.class);
            return plain(properties.GetAll(BEARER));
        } catch (DBusException | DBusExecutionException _) {
            return Props.NONE;
        }
    }

    /// Asks a modem to keep its signal numbers fresh. Only root may, so it need not succeed.
    void refreshSignal(String modem, int seconds) {
        try {
            connection
                    .getRemoteObject(NAME, modem, SignalInterface.class)
                    .Setup(new UInt32(seconds));
        } catch (DBusException | DBusExecutionException _) {
            // The percentage of the signal is still there.
            return;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException _) {
            // It was of no use any more.
            return;
        }
    }

    private static Props plain(Map<String, Variant<?>> variants) {
        var values = new HashMap<String, Object>();
        variants.forEach((name, variant) -> values.put(name, plain(variant.getValue())));
        return new Props(values);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Variant<?> variant -> plain(variant.getValue());
            case DBusPath path -> path.getPath();
            case Struct struct -> plain(List.of(struct.getParameters()));
            case Map<?, ?> map -> {
                var values = new HashMap<Object, Object>();
                map.forEach((key, inner) -> values.put(plain(key), plain(inner)));
                yield values;
            }
            case List<?> list -> list.stream().map(ModemManagerBus::plain).toList();
            default -> value.getClass().isArray() ? plain(elements(value)) : value;
        };
    }

    private static List<Object> elements(Object array) {
        var all = new ArrayList<Object>();
        for (var index = 0; index < Array.getLength(array); index++) {
            all.add(Array.get(array, index));
        }
        return all;
    }

    /// The part of a modem that measures its signal. Public, as the bus library demands.
    @DBusInterfaceName(ModemManagerCodec.SIGNAL)
    public interface SignalInterface extends DBusInterface {

        void Setup(UInt32 rate);
    }
}
