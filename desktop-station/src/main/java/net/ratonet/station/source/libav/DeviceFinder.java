package net.ratonet.station.source.libav;

import java.util.List;
import net.ratonet.station.source.Devices;

/// Where one operating system keeps its cameras, microphones and screens.
interface DeviceFinder {

    List<Devices.Camera> cameras();

    List<Devices.Microphone> microphones();

    List<String> screens();
}
