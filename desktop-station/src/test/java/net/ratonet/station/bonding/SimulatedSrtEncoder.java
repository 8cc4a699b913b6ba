package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// The sending end of a live SRT connection in virtual time: pictures in bursts, key frames every 2
/// s, repetitions as asked for until it is too late for them.
public final class SimulatedSrtEncoder {

    private static final int PAYLOAD = 1_316;
    private static final int TS_PACKET = 188;
    private static final int VIDEO_PID = 0x100;
    private static final int MOST_KEPT = 1 << 16;
    private static final int FRAMES_PER_SECOND = 30;
    private static final int KEY_FRAME_EVERY = 60;
    private static final double KEY_FRAME_SIZE = 6;
    private static final long HANDSHAKE_NANOS = 250_000_000;
    private static final long LONGEST_SILENCE_NANOS = 5_000_000_000L;

    private final Consumer<ByteBuffer> output;
    private final long latencyNanos;
    private final int socket = 0x1234;
    private final long[] firstSentNanos = new long[MOST_KEPT];
    private final ArrayDeque<Integer> repetitions = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1_500);

    private long bitsPerSecond;
    private boolean connected;
    private long beganNanos;
    private long saidHelloNanos = Long.MIN_VALUE / 2;
    private long heardNanos;
    private long frames;
    private double owedBytes;
    private int sequence;
    private int oldest;
    private int message;
    private boolean pictureBegins;
    private boolean keyFrame;

    private long sent;
    private long retransmitted;
    private long acks;
    private long connections;

    public SimulatedSrtEncoder(
            long bitsPerSecond, long latencyNanos, int firstSequence, Consumer<ByteBuffer> out) {
        this.bitsPerSecond = bitsPerSecond;
        this.latencyNanos = latencyNanos;
        this.sequence = firstSequence;
        this.oldest = firstSequence;
        this.output = out;
    }

    public void bitrate(long next) {
        bitsPerSecond = next;
    }

    public void advance(long now) {
        if (connected && now - heardNanos > LONGEST_SILENCE_NANOS) {
            connected = false;
        }
        if (!connected) {
            sayHello(now);
            return;
        }
        forgetWhatIsTooLate(now);
        var burst = 20;
        for (; burst > 0 && !repetitions.isEmpty(); burst--) {
            repeat(repetitions.remove());
        }
        while (now - beganNanos >= frames * 1_000_000_000L / FRAMES_PER_SECOND) {
            owedBytes += frameBytes();
            pictureBegins = true;
            keyFrame = frames % KEY_FRAME_EVERY == 0;
            frames++;
        }
        for (; burst > 0 && owedBytes >= PAYLOAD; burst--) {
            owedBytes -= PAYLOAD;
            sendNew(now);
        }
    }

    public void receive(ByteBuffer packet, long now) {
        heardNanos = now;
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE) && !connected) {
            connect(now);
        } else if (SrtPacket.isControl(packet, SrtPacket.SHUTDOWN)) {
            connected = false;
        } else if (SrtPacket.isControl(packet, SrtPacket.ACK)) {
            acknowledge(packet, now);
        } else if (SrtPacket.isControl(packet, SrtPacket.NAK)) {
            LossList.walk(packet, 10_000, this::ask);
        }
    }

    private void connect(long now) {
        connected = true;
        connections++;
        beganNanos = now;
        frames = 0;
        owedBytes = 0;
        oldest = sequence;
        repetitions.clear();
    }

    private void acknowledge(ByteBuffer ack, long now) {
        acks++;
        var upTo = SrtPacket.lastAcknowledged(ack);
        if (Sequence.isAfter(upTo, oldest)) {
            oldest = upTo;
        }
        if (SrtPacket.ackNumber(ack) != 0) {
            SrtPacket.putControl(
                            buffer.clear(),
                            SrtPacket.ACKACK,
                            SrtPacket.ackNumber(ack),
                            micros(now),
                            1)
                    .putInt(0);
            output.accept(buffer.flip());
        }
    }

    private void ask(int first, int last) {
        var end = Sequence.next(last);
        for (var number = first; number != end; number = Sequence.next(number)) {
            if (!Sequence.isAfter(oldest, number) && Sequence.isAfter(sequence, number)) {
                if (!repetitions.contains(number)) {
                    repetitions.add(number);
                }
            }
        }
    }

    private void forgetWhatIsTooLate(long now) {
        while (oldest != sequence
                && now - firstSentNanos[oldest & MOST_KEPT - 1] > latencyNanos + 200_000_000) {
            oldest = Sequence.next(oldest);
        }
        repetitions.removeIf(number -> Sequence.isAfter(oldest, number));
    }

    private double frameBytes() {
        var mean = bitsPerSecond / 8.0 / FRAMES_PER_SECOND;
        var ordinary = mean * KEY_FRAME_EVERY / (KEY_FRAME_EVERY - 1 + KEY_FRAME_SIZE);
        return frames % KEY_FRAME_EVERY == 0 ? ordinary * KEY_FRAME_SIZE : ordinary;
    }

    private void sendNew(long now) {
        firstSentNanos[sequence & MOST_KEPT - 1] = now;
        write(sequence, now);
        writePicture();
        output.accept(buffer);
        sequence = Sequence.next(sequence);
        sent++;
    }

    /// As little of a transport stream as it takes to know a key frame.
    private void writePicture() {
        for (var at = SrtPacket.HEADER; at < SrtPacket.HEADER + PAYLOAD; at += TS_PACKET) {
            buffer.put(at, (byte) 0x47).putShort(at + 1, (short) VIDEO_PID);
            buffer.put(at + 3, (byte) 0x10);
        }
        if (pictureBegins) {
            pictureBegins = false;
            var at = SrtPacket.HEADER;
            buffer.putShort(at + 1, (short) (0x4000 | VIDEO_PID)).put(at + 3, (byte) 0x30);
            buffer.put(at + 4, (byte) 1).put(at + 5, (byte) (keyFrame ? 0x40 : 0));
            buffer.putInt(at + 6, 0x1E0);
        }
    }

    private void repeat(int number) {
        write(number, firstSentNanos[number & MOST_KEPT - 1]);
        SrtPacket.markRetransmitted(buffer);
        output.accept(buffer);
        retransmitted++;
    }

    private void write(int number, long firstSent) {
        SrtPacket.putData(buffer.clear(), number, ++message, micros(firstSent), 1);
        buffer.position(buffer.position() + PAYLOAD).flip();
    }

    private void sayHello(long now) {
        if (now - saidHelloNanos < HANDSHAKE_NANOS) {
            return;
        }
        saidHelloNanos = now;
        SrtPacket.putControl(buffer.clear(), SrtPacket.HANDSHAKE, 0, 0, 0);
        buffer.putInt(4).putInt(2).putInt(sequence).putInt(1_500).putInt(8_192).putInt(1);
        buffer.putInt(socket).putInt(0);
        buffer.position(64).flip();
        output.accept(buffer);
    }

    private long micros(long nanos) {
        return (nanos - beganNanos) / 1_000;
    }

    public long sent() {
        return sent;
    }

    public long retransmitted() {
        return retransmitted;
    }

    public long acks() {
        return acks;
    }

    public long connections() {
        return connections;
    }

    public boolean isConnected() {
        return connected;
    }
}
