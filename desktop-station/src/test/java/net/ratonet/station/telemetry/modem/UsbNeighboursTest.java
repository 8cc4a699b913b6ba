package net.ratonet.station.telemetry.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
final class UsbNeighboursTest {

    @TempDir Path sys;

    @Test
    void findsTheLinkOfTheSameDevice() throws IOException {
        device("tty/ttyUSB2", "devices/usb1/1-1/1-1:1.2/ttyUSB2");
        device("net/wwan0", "devices/usb1/1-1/1-1:1.4");
        device("net/wwan1", "devices/usb1/1-2/1-2:1.4");

        assertThat(neighbours().apply("/dev/ttyUSB2")).contains("wwan0");
    }

    @Test
    void findsNothingForAPortThatIsNotOnUsb() throws IOException {
        device("tty/ttyS0", "devices/platform/serial");
        device("net/eth0", "devices/platform/ethernet");

        assertThat(neighbours().apply("/dev/ttyS0")).isEmpty();
        assertThat(neighbours().apply("COM5")).isEmpty();
    }

    private UsbNeighbours neighbours() {
        return new UsbNeighbours(sys.resolve("class"));
    }

    private void device(String inClass, String place) throws IOException {
        var device = Files.createDirectories(sys.resolve(place));
        var link = Files.createDirectories(sys.resolve("class").resolve(inClass));
        Files.createSymbolicLink(link.resolve("device"), device);
    }
}
