package net.ratonet.station.telemetry.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
final class SysfsLinksTest {

    @TempDir Path sys;

    @Test
    void findsDriverAndUsbPlaceOfAStick() throws IOException {
        var device = sys.resolve("devices/pci0/usb1/1-1/1-1.2/1-1.2:1.0");
        Files.createDirectories(device);
        Files.createDirectories(sys.resolve("bus/usb/drivers/cdc_ether"));
        Files.createSymbolicLink(
                device.resolve("driver"), sys.resolve("bus/usb/drivers/cdc_ether"));
        var link = Files.createDirectories(sys.resolve("class/net/usb0"));
        Files.createSymbolicLink(link.resolve("device"), device);

        var hardware = links().apply("usb0");

        assertThat(hardware.driver()).contains("cdc_ether");
        assertThat(hardware.usbPath()).contains("1-1.2");
        assertThat(hardware.virtual()).isFalse();
    }

    @Test
    void tellsWifiModemAndBridgeApart() throws IOException {
        Files.createDirectories(sys.resolve("class/net/wlan0/wireless"));
        Files.createDirectories(sys.resolve("class/net/wwan0"));
        Files.writeString(sys.resolve("class/net/wwan0/uevent"), "DEVTYPE=wwan\nINTERFACE=wwan0\n");
        Files.createDirectories(sys.resolve("class/net/br0"));

        assertThat(links().apply("wlan0").wireless()).isTrue();
        assertThat(links().apply("wwan0").modem()).isTrue();
        assertThat(links().apply("br0").virtual()).isTrue();
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(links().apply("none")).isEqualTo(LinkHardware.UNKNOWN);
    }

    private SysfsLinks links() {
        return new SysfsLinks(sys.resolve("class/net"));
    }
}
