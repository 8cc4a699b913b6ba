/// RTMP at the relay's door: encoders that publish with it, checked before any media is read.
@NullMarked
package net.ratonet.relay.ingest.rtmp;

import org.jspecify.annotations.NullMarked;
