/// One thread that owns the sockets of one public port.
@NullMarked
package net.ratonet.relay.ingest.loop;

import org.jspecify.annotations.NullMarked;
