package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void readsText() {
        assertThat(read(stream("olá"), 10)).isEqualTo(new RequestBody.Text("olá"));
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(read(stream("12345"), 5)).isInstanceOf(RequestBody.Text.class);
        assertThat(read(stream("123456"), 5)).isInstanceOf(RequestBody.TooLarge.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var bytes = new ByteArrayInputStream(new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(read(bytes, 10)).isInstanceOf(RequestBody.NotText.class);
    }

    @Test
    void givesUpOnASenderThatDawdles() {
        var slow =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        ticker.advance(Duration.ofSeconds(1));
                        into[from] = 'x';
                        return 1;
                    }
                };

        assertThat(read(slow, 1_000_000)).isInstanceOf(RequestBody.Broken.class);
    }

    @Test
    void givesUpOnASenderThatLeaves() {
        var gone = new PipedInputStream();

        assertThat(read(gone, 10)).isInstanceOf(RequestBody.Broken.class);
    }

    private RequestBody read(InputStream in, int most) {
        return RequestBody.read(in, most, ticker);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
