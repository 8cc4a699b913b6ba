package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The latency that was agreed on is all that a packet waits.
final class SrtDelayTest {

    private static final int CALLER = 4_711;

    /// Far longer than a test waits for anything.
    private static final int SINCE_THE_SOCKET_OPENED =
            (int) (Duration.ofMinutes(5).toNanos() / 1_000);

    private GatewayWorld world;
    private RawCaller caller;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        caller = new RawCaller(world.gateway.port());
    }

    @AfterEach
    void closes() throws Exception {
        caller.close();
        world.close();
    }

    @Test
    void aCallerThatTriedForMinutesIsNotMinutesLate() throws Exception {
        caller.send(Handshakes.induction(CALLER), SINCE_THE_SOCKET_OPENED);
        var conclusion =
                Handshakes.conclusion(CALLER, caller.answer().cookie(), "publish/live/open");
        caller.send(conclusion, SINCE_THE_SOCKET_OPENED);
        var answer = caller.answer();

        caller.send(data(conclusion.terms().sequence(), answer.socketId()));

        Await.until("the packet came through", () -> world.intake().length() == 188);
        assertThat(answer.isConclusion()).isTrue();
    }

    private static ByteBuffer data(int sequence, int socketId) {
        var packet = ByteBuffer.allocate(SrtPacket.HEADER + 188);
        SrtPacket.putData(packet, sequence, 1, SINCE_THE_SOCKET_OPENED, socketId);
        packet.put((byte) 0x47);
        return packet.clear();
    }
}
