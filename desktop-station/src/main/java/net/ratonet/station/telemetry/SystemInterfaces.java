package net.ratonet.station.telemetry;

import java.net.SocketException;
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
                found.getIPv4addr().length > 0,
                found.getBytesRecv() + found.getBytesSent());
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
