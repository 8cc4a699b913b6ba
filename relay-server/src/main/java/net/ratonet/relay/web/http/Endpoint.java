package net.ratonet.relay.web.http;

import java.io.IOException;

/// Answers the calls of one route; runs on the caller's virtual thread and may block. An
/// `IOException` is a failure of the storage, and nothing has been changed then.
@FunctionalInterface
public interface Endpoint {
    Answer answer(Call call) throws IOException;
}
