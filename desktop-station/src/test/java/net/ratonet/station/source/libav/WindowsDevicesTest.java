package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ratonet.station.source.Devices;
import org.junit.jupiter.api.Test;

final class WindowsDevicesTest {

    private final WindowsDevices devices =
            new WindowsDevices(
                    List.of(
                            new LibavDevices.Found("@device_pnp_1", "HD Webcam", true, false),
                            new LibavDevices.Found("@device_cm_2", "Microphone", false, true)),
                    device -> List.of(new Devices.Format(device, List.of())));

    @Test
    void namesDevicesTheWayDirectShowOpensThem() {
        assertThat(devices.cameras())
                .containsExactly(
                        new Devices.Camera(
                                "video=HD Webcam",
                                "HD Webcam",
                                List.of(new Devices.Format("video=HD Webcam", List.of()))));
        assertThat(devices.microphones())
                .containsExactly(new Devices.Microphone("audio=Microphone", "Microphone"));
    }
}
