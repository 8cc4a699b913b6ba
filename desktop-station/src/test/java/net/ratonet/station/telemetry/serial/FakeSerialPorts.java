package net.ratonet.station.telemetry.serial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Serial ports in memory. A device at the wrong speed is heard as noise; one that answers gets
/// each line that is written to it. For one thread.
public final class FakeSerialPorts implements SerialPorts {

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final List<String> openings = new ArrayList<>();

    /// Plugs a device in.
    public Device plug(String path, int rate) {
        var device = new Device(path, rate);
        devices.put(path, device);
        return device;
    }

    public void unplug(String path) {
        devices.remove(path);
    }

    public List<String> openings() {
        return openings;
    }

    @Override
    public List<FoundPort> list() {
        return devices.values().stream()
                .map(device -> new FoundPort(device.path, "fake", device.vendorId, 0))
                .toList();
    }

    @Override
    public SerialLine open(String path, int baudRate) throws IOException {
        openings.add(path + "@" + baudRate);
        var device = devices.get(path);
        if (device == null) {
            throw new IOException("there is no serial port " + path);
        }
        return new Line(device, baudRate);
    }

    /// What hangs on a port.
    public static final class Device {

        private final String path;
        private final int rate;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private UnaryOperator<String> answers = _ -> "";
        private int vendorId = -1;

        private Device(String path, int rate) {
            this.path = path;
            this.rate = rate;
        }

        public Device from(int vendor) {
            this.vendorId = vendor;
            return this;
        }

        public Device answering(UnaryOperator<String> next) {
            this.answers = next;
            return this;
        }

        public void say(String text) {
            said.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private final class Line implements SerialLine {

        private final Device device;
        private int rate;

        private Line(Device device, int rate) {
            this.device = device;
            this.rate = rate;
        }

        @Override
        public int read(byte[] into, Duration wait) throws IOException {
            checkPlugged();
            var bytes = device.said.toByteArray();
            device.said.reset();
            var count = Math.min(into.length, bytes.length);
            if (rate == device.rate) {
                System.arraycopy(bytes, 0, into, 0, count);
            } else {
                Arrays.fill(into, 0, count, (byte) 0xFE);
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            checkPlugged();
            var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
            device.say(device.answers.apply(text));
        }

        @Override
        public void setBaudRate(int baudRate) {
            rate = baudRate;
        }

        @Override
        public void close() {}

        private void checkPlugged() throws IOException {
            if (devices.get(device.path) != device) {
                throw new IOException(device.path + " is unplugged");
            }
        }
    }
}
