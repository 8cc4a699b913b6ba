package net.ratonet.station.main;

import net.ratonet.shared.testing.PackageTable;
import org.junit.jupiter.api.Test;

final class StationArchitectureTest {

    @Test
    void keepsToItsPackageTable() {
        PackageTable.of("net.ratonet.station")
                .row("config")
                .mayUseNothing()
                .row("awake")
                .mayUseNothing()
                .row("source")
                .mayUse("config")
                .row("telemetry")
                .mayUse("config")
                .row("bonding")
                .mayUseNothing()
                .row("network")
                .mayUse("bonding", "config")
                .row("control")
                .mayUse("source", "network", "config")
                .row("uplink")
                .mayUse("control", "config")
                .row("local")
                .mayUse("control", "config")
                .row("setup")
                .mayUse("source", "network", "telemetry", "config")
                .row("main")
                .mayUseAll()
                .restrict("javafx..")
                .to("ui", "main")
                .restrict("org.bytedeco..")
                .to("source")
                .restrict("oshi..")
                .to("telemetry")
                .restrict("org.freedesktop.dbus..")
                .to("telemetry")
                .restrict("com.fazecast..")
                .to("telemetry")
                .restrict("io.grpc..")
                .to("telemetry")
                .check();
    }
}
