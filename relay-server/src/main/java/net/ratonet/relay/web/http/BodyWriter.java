package net.ratonet.relay.web.http;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a body that is too large to hold, or has no end. Runs on the request's virtual thread and
/// may block; an `IOException` says that the reader has left.
@FunctionalInterface
public interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
}
