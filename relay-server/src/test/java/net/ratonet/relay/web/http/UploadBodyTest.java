package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class UploadBodyTest {

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void givesOnWhatComes() throws IOException {
        var body = new UploadBody(new ByteArrayInputStream(new byte[100_000]), ticker);

        assertThat(body.readAllBytes()).hasSize(100_000);
    }

    @Test
    void bearsASenderOnABadLink() throws IOException {
        var body = new UploadBody(sender(8_192, 100), ticker);

        assertThat(body.readAllBytes()).hasSize(819_200);
    }

    @Test
    void givesUpOnASenderThatDawdles() {
        var body = new UploadBody(sender(1, 1_000_000), ticker);

        assertThatExceptionOfType(UploadBody.Broken.class).isThrownBy(body::readAllBytes);
        assertThat(ticker.nowNanos()).isLessThan(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void givesUpOnASenderThatLeaves() {
        var body = new UploadBody(new PipedInputStream(), ticker);

        assertThatExceptionOfType(UploadBody.Broken.class).isThrownBy(body::read);
    }

    /// Sends so many bytes a second, for so many seconds.
    private InputStream sender(int bytesPerSecond, int seconds) {
        return new InputStream() {

            private int left = seconds;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                ticker.advance(Duration.ofSeconds(1));
                return left-- > 0 ? bytesPerSecond : -1;
            }
        };
    }
}
