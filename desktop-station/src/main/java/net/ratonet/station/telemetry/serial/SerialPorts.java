package net.ratonet.station.telemetry.serial;

import java.io.IOException;
import java.util.List;

/// The serial ports of a machine. A port that somebody in this program has open is refused to
/// everybody else. Safe for any thread.
public interface SerialPorts {

    List<FoundPort> list();

    SerialLine open(String path, int baudRate) throws IOException;
}
