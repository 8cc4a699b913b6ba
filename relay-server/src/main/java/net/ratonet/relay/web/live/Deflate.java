package net.ratonet.relay.web.live;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/// Raw deflate, which browsers undo with `DecompressionStream("deflate-raw")`. For one owner
/// thread.
final class Deflate implements AutoCloseable {

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] buffer = new byte[8 * 1024];

    byte[] compress(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream(plain.length / 3 + 32);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
