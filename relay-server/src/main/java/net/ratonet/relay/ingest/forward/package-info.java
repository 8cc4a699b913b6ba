/// Hands SRT on to a server elsewhere, untouched.
@NullMarked
package net.ratonet.relay.ingest.forward;

import org.jspecify.annotations.NullMarked;
