package net.ratonet.station.telemetry.serial;

import java.io.IOException;
import java.time.Duration;

/// An open serial port. For one thread.
public interface SerialLine extends AutoCloseable {

    /// Waits at most so long for a first byte, then takes what is there.
    ///
    /// @return how many bytes were taken; 0 when nothing came
    /// @throws IOException when the device is gone
    int read(byte[] into, Duration wait) throws IOException;

    void write(byte[] bytes) throws IOException;

    void setBaudRate(int baudRate) throws IOException;

    @Override
    void close();
}
