/// The resources of the HTTP API, one class each.
@NullMarked
package net.ratonet.relay.web.api;

import org.jspecify.annotations.NullMarked;
