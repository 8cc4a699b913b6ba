package net.ratonet.relay.web.page;

import net.ratonet.relay.web.http.Payload;

/// One file as browsers get it.
///
/// @param packed the same content through gzip, or the content itself where that saves nothing
record StaticFile(String contentType, String etag, Payload content, Payload packed) {

    boolean isPacked() {
        return packed != content;
    }
}
