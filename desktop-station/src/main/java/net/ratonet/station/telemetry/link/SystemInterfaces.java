package net.ratonet.station.telemetry.link;

import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oshi.SystemInfo;
import oshi.hardware.NetworkIF;

/// Asks the operating system for its network interfaces, without loopback.
final class SystemInterfaces implements Supplier<List<InterfaceSample>> {

    @Override
    public List<InterfaceSample> get() {
        return new SystemInfo()
                .getHardware().getNetworkIFs().stream().map(SystemInterfaces::sample).toList();
    }

    private static InterfaceSample sample(NetworkIF found) {
        return new InterfaceSample(
                found.getName(),
                isUp(found),
                addresses(found),
                found.getBytesRecv(),
                found.getBytesSent());
    }

    private static List<String> addresses(NetworkIF found) {
        var prefixes = found.getSubnetMasks();
        var all = new ArrayList<String>();
        for (var index = 0; index < found.getIPv4addr().length; index++) {
            var prefix = index < prefixes.length ? prefixes[index] : Short.valueOf((short) 32);
            all.add(found.getIPv4addr()[index] + "/" + prefix);
        }
        return all;
    }

    private static boolean isUp(NetworkIF found) {
        try {
            return found.queryNetworkInterface().isUp();
        } catch (SocketException _) {
            // It went away between the two questions.
            return false;
        }
    }
}
