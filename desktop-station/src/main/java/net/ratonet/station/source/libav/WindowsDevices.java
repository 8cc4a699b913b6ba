package net.ratonet.station.source.libav;

import java.util.List;
import java.util.function.Function;
import net.ratonet.station.source.Devices;

/// Cameras and microphones as DirectShow lists them.
final class WindowsDevices implements DeviceFinder {

    private final List<LibavDevices.Found> found;
    private final Function<String, List<Devices.Format>> formats;

    /// @param formats of the camera with this name, as `video=NAME`
    WindowsDevices(List<LibavDevices.Found> found, Function<String, List<Devices.Format>> formats) {
        this.found = List.copyOf(found);
        this.formats = formats;
    }

    @Override
    public List<Devices.Camera> cameras() {
        return found.stream()
                .filter(LibavDevices.Found::picture)
                .map(device -> camera("video=" + device.description(), device.description()))
                .toList();
    }

    @Override
    public List<Devices.Microphone> microphones() {
        return found.stream()
                .filter(LibavDevices.Found::sound)
                .map(device ->
                        new Devices.Microphone(
                                "audio=" + device.description(), device.description()))
                .toList();
    }

    @Override
    public List<String> screens() {
        return List.of("screen");
    }

    private Devices.Camera camera(String device, String name) {
        return new Devices.Camera(device, name, formats.apply(device));
    }
}
