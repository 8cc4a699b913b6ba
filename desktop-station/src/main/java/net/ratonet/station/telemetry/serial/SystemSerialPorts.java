package net.ratonet.station.telemetry.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The serial ports that the operating system knows, through jSerialComm.
public final class SystemSerialPorts implements SerialPorts {

    /// Root may open a port twice whatever the system's lock says, so this set is the lock.
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    @Override
    public List<FoundPort> list() {
        return Stream.of(SerialPort.getCommPorts())
                .map(port ->
                        new FoundPort(
                                port.getSystemPortPath().replaceFirst("^\\\\\\\\\\.\\\\", ""),
                                port.getPortDescription(),
                                port.getVendorID(),
                                port.getProductID()))
                .toList();
    }

    @Override
    public SerialLine open(String path, int baudRate) throws IOException {
        if (!open.add(path)) {
            throw new IOException(path + " is already in use by another reading");
        }
        try {
            return new Line(path, opened(path, baudRate));
        } catch (IOException refused) {
            open.remove(path);
            throw refused;
        }
    }

    private static SerialPort opened(String path, int baudRate) throws IOException {
        try {
            var port = SerialPort.getCommPort(path);
            port.setComPortParameters(baudRate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            if (port.openPort(0)) {
                return port;
            }
            throw new IOException(reason(path, port.getLastErrorCode()));
        } catch (SerialPortInvalidPortException _) {
            throw new IOException("there is no serial port " + path);
        }
    }

    /// The numbers are those of Linux and of Windows for "not allowed" and "in use".
    private static String reason(String path, int error) {
        return switch (error) {
            case 13 ->
                    path
                            + " may not be opened by this user: on Linux add the user to the group"
                            + " dialout";
            case 5, 16 -> path + " is in use by another program";
            case 2 -> "there is no serial port " + path;
            default -> path + " cannot be opened (error " + error + ")";
        };
    }

    private final class Line implements SerialLine {

        private final String path;
        private final SerialPort port;

        private Line(String path, SerialPort port) {
            this.path = path;
            this.port = port;
        }

        @Override
        public int read(byte[] into, Duration wait) throws IOException {
            port.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING,
                    Math.toIntExact(Math.max(1, wait.toMillis())),
                    0);
            var count = port.readBytes(into, into.length);
            if (count < 0 || !port.isOpen()) {
                throw new IOException(path + " is unplugged");
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (port.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException(path + " takes no more bytes");
            }
        }

        @Override
        public void setBaudRate(int baudRate) throws IOException {
            if (!port.setBaudRate(baudRate)) {
                throw new IOException(path + " cannot run at " + baudRate + " baud");
            }
            port.flushIOBuffers();
        }

        @Override
        public void close() {
            port.closePort();
            open.remove(path);
        }
    }
}
