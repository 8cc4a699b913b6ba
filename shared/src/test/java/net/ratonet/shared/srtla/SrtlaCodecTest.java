package net.ratonet.shared.srtla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import net.ratonet.shared.testing.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SrtlaCodecTest {

    private static final LinkReport REPORT =
            new LinkReport(7, 21_500, 19, 3_000_000_000L, 4, 4_000_000_000L);

    private final Random random = new Random(5);
    private final ByteBuffer buffer = ByteBuffer.allocate(1_500);

    @ParameterizedTest
    @CsvSource({
        "9000, KEEPALIVE",
        "91000000279c725e, ACK",
        "9200, REG1",
        "9201, REG2",
        "9202, REG3",
        "9210, REG_ERR",
        "9211, REG_NGP",
        "9212, REG_NAK",
        "9300, UNKNOWN",
        "9fff, UNKNOWN",
        "80020000, NOT_SRTLA",
        "279c725e, NOT_SRTLA",
        "90, NOT_SRTLA"
    })
    void tellsTheTypeByTheFirstTwoBytes(String hex, SrtlaType type) {
        assertThat(SrtlaType.of(Hex.packet(hex))).isEqualTo(type);
    }

    @Test
    void registersWithAnIdOf256Bytes() {
        var id = GroupId.random(random);

        var reg1 = SrtlaCodec.putReg1(ByteBuffer.allocate(300), id).flip();
        var reg2 = SrtlaCodec.putReg2(ByteBuffer.allocate(300), id).flip();

        assertThat(Hex.of(reg1)).hasSize(2 * 258).startsWith("9200");
        assertThat(Hex.of(reg2)).hasSize(2 * 258).startsWith("9201").endsWith(tail(reg1));
        assertThat(SrtlaCodec.groupId(reg1)).contains(id);
        assertThat(SrtlaCodec.groupId(reg2)).contains(id);
    }

    @Test
    void findsNoIdInAShortRegistration() {
        var packet = Hex.packet("9201" + "ab".repeat(255));

        assertThat(SrtlaCodec.groupId(packet)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEEPALIVE", "REG3", "REG_ERR", "REG_NGP", "REG_NAK"})
    void padsShortPackets(SrtlaType type) {
        SrtlaCodec.putShort(buffer, type).flip();

        assertThat(buffer.remaining()).isEqualTo(32);
        assertThat(SrtlaType.of(buffer)).isEqualTo(type);
    }

    @Test
    void readsTheAckOfACapture() {
        var packet = Hex.packet("91000000 279c725e 279c7260 279c7261");

        assertThat(SrtlaCodec.ackCount(packet)).isEqualTo(3);
        assertThat(SrtlaCodec.ackSequence(packet, 0)).isEqualTo(0x279c725e);
        assertThat(SrtlaCodec.ackSequence(packet, 2)).isEqualTo(0x279c7261);
    }

    @Test
    void writesTheUsualAckIn44Bytes() {
        var sequences = new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0x7fffffff, 99};

        SrtlaCodec.putAck(buffer, sequences, SrtlaCodec.USUAL_ACK_COUNT).flip();

        assertThat(buffer.remaining()).isEqualTo(44);
        assertThat(Hex.of(buffer)).startsWith("910000000000000100000002").endsWith("7fffffff");
        assertThat(SrtlaCodec.ackCount(buffer)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"9000", "90000000000000000000", "900000000000000000"})
    void takesAKeepaliveWithoutTimeForABareOne(String hex) {
        assertThat(SrtlaCodec.keepalive(Hex.packet(hex))).isEqualTo(new Keepalive.Bare());
    }

    @Test
    void takesAPaddedEmptyKeepaliveForABareOne() {
        var unsolicited = Hex.packet("9000" + "00".repeat(30));

        assertThat(SrtlaCodec.keepalive(unsolicited)).isEqualTo(new Keepalive.Bare());
    }

    @Test
    void readsTheTimeOfAKeepalive() {
        var packet = Hex.packet("9000 0000000000012345");

        assertThat(SrtlaCodec.keepalive(packet)).isEqualTo(new Keepalive.Timed(0x12345));
    }

    @Test
    void readsTheReportOfALongKeepalive() {
        var packet =
                Hex.packet(
                        "9000 0000000000012345 c01f 0001 00000007 000053fc 00000013 b2d05e00"
                                + " 00000004 ee6b2800");

        assertThat(SrtlaCodec.keepalive(packet))
                .isEqualTo(new Keepalive.Reporting(0x12345, REPORT));
    }

    @ParameterizedTest
    @CsvSource({"c01e 0001", "c01f 0002"})
    void readsNoReportOfAnotherMagicOrVersion(String magic) {
        var packet = Hex.packet("9000 0000000000012345 " + magic + "00".repeat(24));

        assertThat(SrtlaCodec.keepalive(packet)).isEqualTo(new Keepalive.Timed(0x12345));
    }

    @Test
    void readsBackEachKeepaliveThatItWrites() {
        assertThat(readBack(new Keepalive.Bare(), 32)).isEqualTo(new Keepalive.Bare());
        assertThat(readBack(new Keepalive.Timed(-1), 32)).isEqualTo(new Keepalive.Timed(-1));
        assertThat(readBack(new Keepalive.Reporting(5, REPORT), 38))
                .isEqualTo(new Keepalive.Reporting(5, REPORT));
    }

    @Test
    void readsAnythingOfAnyLength() {
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            var packet = ByteBuffer.wrap(bytes);

            assertThat(SrtlaType.of(packet)).isNotNull();
            assertThat(SrtlaCodec.keepalive(packet)).isNotNull();
            assertThat(SrtlaCodec.groupId(packet)).isEmpty();
            for (var n = SrtlaCodec.ackCount(packet) - 1; n >= 0; n--) {
                SrtlaCodec.ackSequence(packet, n);
            }
            assertThat(packet.position()).isZero();
        }
    }

    private Keepalive readBack(Keepalive keepalive, int length) {
        SrtlaCodec.putKeepalive(buffer.clear(), keepalive).flip();
        assertThat(buffer.remaining()).isEqualTo(length);
        return SrtlaCodec.keepalive(buffer);
    }

    private static String tail(ByteBuffer registration) {
        return Hex.of(registration).substring(4);
    }
}
