/// The receiving end of SRTLA: several links of one sender become one SRT peer.
@NullMarked
package net.ratonet.relay.ingest.srtla;

import org.jspecify.annotations.NullMarked;
