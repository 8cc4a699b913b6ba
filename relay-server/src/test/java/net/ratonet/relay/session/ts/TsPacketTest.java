package net.ratonet.relay.session.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TsPacketTest {

    private static final long LATEST = TsPacket.CLOCK_SPAN - 1;

    @Test
    void writesTheTimestampsThatItReads() {
        var stream = SampleStream.bFrames();
        var random = new Random(3);

        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            var before = Arrays.copyOfRange(stream, packet, packet + TsPacket.LENGTH);
            rewrite(stream, packet);
            assertThat(Arrays.copyOfRange(stream, packet, packet + TsPacket.LENGTH))
                    .isEqualTo(before);

            if (TsPacket.hasDts(stream, packet)) {
                var ticks = random.nextLong(TsPacket.CLOCK_SPAN);
                TsPacket.setPts(stream, packet, ticks);
                TsPacket.setDts(stream, packet, LATEST);
                assertThat(TsPacket.pts(stream, packet)).isEqualTo(ticks);
                assertThat(TsPacket.dts(stream, packet)).isEqualTo(LATEST);
            }
            if (TsPacket.hasPcr(stream, packet)) {
                TsPacket.setPcr(stream, packet, LATEST);
                assertThat(TsPacket.pcr(stream, packet)).isEqualTo(LATEST);
            }
        }
    }

    @Test
    void looksNowhereBeyondThePacket() {
        var random = new Random(5);
        var packet = new byte[TsPacket.LENGTH];

        for (var round = 0; round < 100_000; round++) {
            random.nextBytes(packet);
            packet[4] = (byte) (random.nextBoolean() ? 160 + random.nextInt(30) : packet[4]);
            var payload = TsPacket.payloadOffset(packet, 0);
            if (payload < TsPacket.LENGTH - 3) {
                Arrays.fill(packet, payload, payload + 3, (byte) 0);
                packet[payload + 2] = 1;
            }
            rewrite(packet, 0);
            assertThat(TsPacket.payloadOffset(packet, 0)).isBetween(4, TsPacket.LENGTH);
            if (TsPacket.hasPesHeader(packet, 0)) {
                assertThat(TsPacket.pesPayloadOffset(packet, 0)).isBetween(13, TsPacket.LENGTH);
            }
        }
    }

    @Test
    void countsTheShorterWayRoundTheClock() {
        assertThat(TsPacket.ticksBetween(100, 190)).isEqualTo(90);
        assertThat(TsPacket.ticksBetween(190, 100)).isEqualTo(-90);
        assertThat(TsPacket.ticksBetween(LATEST, 9)).isEqualTo(10);
        assertThat(TsPacket.ticksBetween(9, LATEST)).isEqualTo(-10);
    }

    @Test
    void changesNothingButTheCounter() {
        var packet = SampleStream.h264();
        var flags = packet[3] & 0xf0;

        TsPacket.setContinuity(packet, 0, 0x2f);

        assertThat(TsPacket.continuity(packet, 0)).isEqualTo(0x0f);
        assertThat(packet[3] & 0xf0).isEqualTo(flags);
    }

    private static void rewrite(byte[] bytes, int packet) {
        if (TsPacket.hasPts(bytes, packet)) {
            TsPacket.setPts(bytes, packet, TsPacket.pts(bytes, packet));
        }
        if (TsPacket.hasDts(bytes, packet)) {
            TsPacket.setDts(bytes, packet, TsPacket.dts(bytes, packet));
        }
        if (TsPacket.hasPcr(bytes, packet)) {
            TsPacket.setPcr(bytes, packet, TsPacket.pcr(bytes, packet));
        }
    }
}
