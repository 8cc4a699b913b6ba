package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.Test;

final class KeyFrameWatchTest {

    private static final int VIDEO = 0x100;
    private static final int AUDIO = 0x101;
    private static final int CLEAR_FLAGS = 0xE000_0001;
    private static final int EVEN_KEY_FLAGS = 0xE800_0001;

    private final KeyFrameWatch watch = new KeyFrameWatch();

    @Test
    void knowsAKeyFrameFromItsFirstPacketToTheNextPicture() {
        assertThat(sees(picture(true))).isTrue();
        assertThat(sees(more(VIDEO), more(VIDEO))).isTrue();
        assertThat(sees(picture(false))).isFalse();
        assertThat(sees(more(VIDEO))).isFalse();
    }

    @Test
    void countsAPacketInWhichAKeyFrameEnds() {
        sees(picture(true));

        assertThat(sees(more(VIDEO), picture(false))).isTrue();
        assertThat(sees(more(VIDEO))).isFalse();
    }

    @Test
    void letsSoundPassThatLiesBetween() {
        sees(picture(true));

        assertThat(sees(sound())).isFalse();
        assertThat(sees(more(VIDEO))).isTrue();
    }

    @Test
    void takesSoundForNoKeyFrameThoughItSaysThatItMayBeginAnywhere() {
        assertThat(sees(sound())).isFalse();
        assertThat(sees(more(AUDIO))).isFalse();
    }

    @Test
    void cannotLookIntoWhatIsEncrypted() {
        assertThat(watch.isKeyFrame(packet(EVEN_KEY_FLAGS, picture(true)))).isFalse();
    }

    @Test
    void mindsNoNonsense() {
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++) {
            var noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 0x47;
            }

            watch.isKeyFrame(packet(CLEAR_FLAGS, noise));
        }

        watch.reset();
        assertThat(sees(more(VIDEO))).isFalse();
    }

    private boolean sees(byte[]... packets) {
        return watch.isKeyFrame(packet(CLEAR_FLAGS, packets));
    }

    private static ByteBuffer packet(int flags, byte[]... payload) {
        var buffer = ByteBuffer.allocate(2_048);
        SrtPacket.putData(buffer, 7, 7, 0, 1);
        buffer.putInt(Integer.BYTES, flags);
        for (var part : payload) {
            buffer.put(part);
        }
        return buffer.flip();
    }

    private static byte[] picture(boolean key) {
        return begin(VIDEO, key, 0xE0);
    }

    private static byte[] sound() {
        return begin(AUDIO, true, 0xC0);
    }

    private static byte[] begin(int pid, boolean randomAccess, int stream) {
        var packet = ByteBuffer.allocate(188);
        packet.put((byte) 0x47).putShort((short) (0x4000 | pid)).put((byte) 0x30);
        packet.put((byte) 1).put((byte) (randomAccess ? 0x40 : 0)).putInt(0x100 | stream);
        return packet.array();
    }

    private static byte[] more(int pid) {
        var packet = ByteBuffer.allocate(188);
        return packet.put((byte) 0x47).putShort((short) pid).put((byte) 0x10).array();
    }
}
